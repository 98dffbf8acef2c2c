using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate of the VPN server or of NPS, or one above it, is on its authority's list. Page: ServerCertificateRevoked.md.</summary>
public sealed class ServerCertificateRevoked() : FleetRule(new Need("revocation-probe", HostRole.Client))
{
    /// <summary>CRYPT_E_REVOKED and CERT_E_REVOKED.</summary>
    private static readonly uint[] Revoked = [0x80092010, 0x800B010C];

    public override IEnumerable<Verdict> Judge(CaseFile file) => RevocationSeen.In(file.Observations).Select(Judge).OfType<Verdict>().Concat(Logged(file));

    private static Verdict? Judge(RevocationSeen seen)
    {
        var subject = Hole.Subject(seen.First.Subject);
        var verdict = seen switch
        {
            { Revoked: { RevokedAt: { } since } by } => Verdict.Found($"{subject} is revoked since {since}, says {Hole.Path(by.Url ?? "")}", by.Cite(nameof(RevocationAsked.Answer))),
            { Good: { } good } => Verdict.RuledOut($"{subject} is not revoked, says {Hole.Path(good.Url ?? "")}", good.Cite(nameof(RevocationAsked.Answer))),
            _ => null,
        };
        return verdict is null ? null : verdict with { About = seen.First.About, At = seen.First.At };
    }

    /// <summary>The client's CAPI2 log says it of the VPN server's certificate.</summary>
    private static IEnumerable<Verdict> Logged(CaseFile file)
    {
        foreach (var chain in file.All<ChainBuilt>(HostRole.Client))
        {
            var byFlag = chain.TrustErrors.Contains("CERT_TRUST_IS_REVOKED");
            if ((byFlag || Revoked.Contains(chain.Result.Value)) && GatewayChains.IsOfGateway(chain, file) is true)
            {
                var place = chain.Cite(byFlag ? nameof(ChainBuilt.TrustErrors) : nameof(ChainBuilt.Result));
                yield return Verdict.Found($"the client finds {Hole.Subject(chain.Subject ?? "")}, or a certificate above it, revoked", place) with { About = Host.VpnServer, At = chain.At };
            }
        }
    }
}
