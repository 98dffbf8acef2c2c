using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>A machine cannot build the chain because the certificate of an issuing authority between leaf and root is missing.</summary>
public sealed class IntermediateMissing() : Rule<ChainBuilt>(HostRole.Unknown, "capi2-events")
{
    /// <summary>CERT_E_CHAINING.</summary>
    private const uint Chaining = 0x800B010A;

    public override System.Collections.Immutable.ImmutableArray<Need> Needs => [new("capi2-events", HostRole.Client)];

    protected override Verdict? Judge(ChainBuilt seen, CaseFile file)
    {
        if (GatewayChains.IsOfGateway(seen, file) is false)
            return null;

        var subject = Hole.Subject(seen.Subject ?? "a certificate");
        if (seen.TrustErrors.Contains("CERT_TRUST_IS_PARTIAL_CHAIN"))
            return Verdict.Found($"the chain of {subject} ends before a root: an issuing authority's certificate is missing (CERT_TRUST_IS_PARTIAL_CHAIN)", seen.Cite(nameof(ChainBuilt.TrustErrors)));
        if (seen.Result.Value == Chaining)
            return Verdict.Found($"the chain of {subject} ends before a root: an issuing authority's certificate is missing ({seen.Result})", seen.Cite(nameof(ChainBuilt.Result)));

        return seen is { EventId: 11, Result.Value: 0 } ? Verdict.RuledOut($"the chain of {subject} was built up to its root", seen.Cite(nameof(ChainBuilt.Result))) : null;
    }
}
