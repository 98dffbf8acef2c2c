using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The registry of the VPN server takes IPv6 from its interfaces. Page: Ipv6DisabledOnServer.md.</summary>
public sealed class Ipv6DisabledOnServer() : Rule<RegistryRead>(HostRole.VpnServer, "ipv6-registry")
{
    private const string Value = "DisabledComponents";

    /// <summary>IPv6 is off on all interfaces that are no tunnels; the other bits of 0xFF are preferences and tunnels.</summary>
    private const uint OffOnInterfaces = 0x10;

    protected override Verdict? Judge(RegistryRead seen, CaseFile file)
    {
        if (!seen.IsBelow(@"Tcpip6\Parameters"))
            return null;
        if (seen[Value] is not { Number: { } components } value)
            return seen.Complete ? Verdict.RuledOut($"the VPN server has no {Hole.Plain(Value)}: IPv6 is on", seen.Source) : null;
        var written = Hole.Plain($"0x{components:X}");
        return (components & OffOnInterfaces) != 0
            ? Verdict.Found($"{Hole.Plain(Value)} is {written}: IPv6 is off on the VPN server's interfaces", value.Source)
            : Verdict.RuledOut($"{Hole.Plain(Value)} is {written}, which leaves IPv6 on", value.Source);
    }
}
