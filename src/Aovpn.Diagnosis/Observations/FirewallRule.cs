using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <param name="Outbound">Null when not shown.</param>
/// <param name="Protocol">UDP, TCP, Any; null when not shown, as Get-NetFirewallRule does not.</param>
/// <param name="RemotePorts">As written: 500,4500; null when not shown.</param>
public sealed record FirewallRule(Citation Source, string Name, bool Enabled, bool? Outbound, bool Blocks, string? Protocol, string? RemotePorts) : Cited(Source)
{
    /// <returns>Whether packets to a remote port fall under the rule; null when it does not show its ports.</returns>
    public bool? Covers(int port)
    {
        if (RemotePorts is null)
            return null;
        foreach (var part in RemotePorts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            if (part.Equals("Any", StringComparison.OrdinalIgnoreCase)
                || int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var to) && port >= from && port <= to)
            {
                return true;
            }
        }

        return false;
    }
}
