using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The client cannot fetch the revocation list for the certificate presented in SSTP, and SSTP insists on it.</summary>
public sealed class SstpRevocationUnreachable() : Rule<ChainBuilt>(HostRole.Client, "capi2-events")
{
    public override IEnumerable<Verdict> Judge(CaseFile file) => base.Judge(file).Concat(RevocationSeen.In(file.Observations).Select(Judge).OfType<Verdict>());

    protected override Verdict? Judge(ChainBuilt seen, CaseFile file) =>
        GatewayChains.IsOfGateway(seen, file) is false ? null : RevocationChecks.Judge(seen, "the client");

    /// <summary>Asked by a probe in the client's place.</summary>
    private static Verdict? Judge(RevocationSeen seen)
    {
        if (seen is not { First: { Use: CertificateUse.Sstp } first, IsUnasked: false })
            return null;
        var told = seen.Good ?? seen.Revoked;
        var verdict = told is null
            ? Verdict.Found($"nobody tells this client whether {Hole.Subject(first.Subject)} is revoked: {seen.Problems}", first.Cite(nameof(RevocationAsked.Answer)))
            : Verdict.RuledOut($"{Hole.Path(told.Url ?? "")} tells this client whether {Hole.Subject(first.Subject)} is revoked", told.Cite(nameof(RevocationAsked.Answer)));
        return verdict with { About = Host.Client, At = first.At };
    }
}
