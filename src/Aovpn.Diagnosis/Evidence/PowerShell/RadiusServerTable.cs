using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>The table of Get-RemoteAccessRadius: the RADIUS servers that a VPN server asks, one a line, for authentication and accounting.</summary>
internal static class RadiusServerTable
{
    private const string Authentication = "Authentication";

    public static IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line < text.Lines.Length; line++)
        {
            if (!IsHeading(text[line]) || !text[line + 1].TrimStart().StartsWith("---", StringComparison.Ordinal))
                continue;

            var servers = ImmutableArray.CreateBuilder<string>();
            var last = line + 1;
            var first = line;
            while (last < text.Lines.Length && Words(text[last + 1]) is [var server, var purpose, ..] && PromptLine.Parse(text[last + 1]) is null)
            {
                last++;
                if (purpose.Equals(Authentication, StringComparison.OrdinalIgnoreCase))
                    servers.Add(server);
            }

            line = last;
            var host = Host.VpnServer.Or(text.Artifact.Host.Role is HostRole.VpnServer ? text.Artifact.Host : Host.Unknown);
            yield return new(first, last, [new GatewayConfigured(text.Cite(first, last), host, null, null, null, servers.ToImmutable(), null)], last - first - 1);
        }
    }

    private static bool IsHeading(string line) => Words(line) is ["ServerName", "Purpose", "Score", ..];

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
