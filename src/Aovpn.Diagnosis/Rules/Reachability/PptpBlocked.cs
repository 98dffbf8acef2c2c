using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The connection dials PPTP, which needs GRE (IP protocol 47) and is blocked by many networks.</summary>
public sealed class PptpBlocked() : Rule<ProfileRead>(HostRole.Unknown, "connection")
{
    public override System.Collections.Immutable.ImmutableArray<Need> Needs => [new("connection", HostRole.Client)];

    public override IEnumerable<Verdict> Judge(CaseFile file) => base.Judge(file)
        .Concat(file.All<TunnelTypeProbed>().Where(probed => probed is { TunnelType: "PPTP", Stage: "connect" }).Select(probed =>
            Verdict.Found($"nothing answers on TCP 1723, where PPTP begins", probed.Cite(nameof(TunnelTypeProbed.Stage))) with { About = Host.VpnServer, At = probed.At }))
        .Concat(file.All<Reached>().Where(seen => seen is { Protocol: "gre", Answered: false }).Select(seen =>
            Verdict.Found($"GRE goes out to {Hole.Address(seen.Target)} and none comes back", seen.Cite(nameof(Reached.Answered))) with { About = Host.VpnServer, At = seen.At }));

    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.TunnelType is not { } type || type is not ("PPTP" or "IKEv2" or "SSTP" or "L2TP"))
            return null;

        var place = seen.Cite(nameof(ProfileRead.TunnelType));
        return string.Equals(type, "PPTP", StringComparison.OrdinalIgnoreCase)
            ? Verdict.Found($"the connection dials {Hole.Plain(type)}, which needs GRE (IP protocol 47)", place)
            : Verdict.RuledOut($"the connection dials {Hole.Plain(type)}, which does not need GRE", place);
    }
}
