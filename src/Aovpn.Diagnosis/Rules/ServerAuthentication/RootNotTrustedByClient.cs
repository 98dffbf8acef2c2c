using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The client does not trust the root above the VPN server's certificate.</summary>
public sealed class RootNotTrustedByClient()
    : FleetRule(new("root-store", HostRole.Client), new("server-certificate", HostRole.VpnServer))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var chain in file.All<ChainBuilt>(HostRole.Client))
        {
            if (chain.TrustErrors.Contains("CERT_TRUST_IS_UNTRUSTED_ROOT") && GatewayChains.IsOfGateway(chain, file) is true)
            {
                yield return Verdict.Found($"the client built the chain of {Hole.Subject(chain.Subject ?? "the VPN server's certificate")} and does not trust its root", chain.Source)
                    with { About = chain.About, At = chain.At };
            }
        }

        var roots = RootTrust.RootsOf(HostRole.Client, file);
        if (roots.IsEmpty)
            yield break;

        foreach (var seen in GatewayCertificates.In(file).Union(SstpCertificates.In(file)))
        {
            if (seen.IsPresented && Presented(seen.Certificate, file, roots) is { } verdict)
            {
                yield return verdict with { About = roots[0].About, At = seen.SeenIn.At };
                continue;
            }

            yield return GatewayChains.Judge(seen.Certificate, RootTrust.Of(seen.Certificate, roots, file), "the client", new("root-store", HostRole.VpnServer)) with { About = roots[0].About };
        }
    }

    /// <summary>Where a handshake shows the certificate itself, its chain is built with what the VPN server sent, and signatures decide.</summary>
    private static Verdict? Presented(Certificate leaf, CaseFile file, ImmutableArray<StoreListed> roots)
    {
        if (leaf.Encoded.IsEmpty || roots.FirstOrDefault(list => list.Complete) is not { } list)
            return null;

        ImmutableArray<Certificate> sent =
            [.. file.All<CertificateSeen>(HostRole.VpnServer).Where(seen => seen.Use is CertificateUse.Ike or CertificateUse.Sstp && seen.Certificate.IsCertificationAuthority is true).Select(seen => seen.Certificate)];
        var trust = TrustPath.Build(leaf, sent, [.. roots.SelectMany(one => one.Certificates)], file.AsOf);
        if (trust is { ReachesRoot: true, BadSignature: null })
            return Verdict.RuledOut($"the client trusts {Hole.Subject(trust.Path[^1].Subject)}, the root above {Hole.Subject(leaf.Subject)}", leaf.Cite(nameof(Certificate.Issuer)), list.Cite(nameof(StoreListed.Store)));

        return trust.BadSignature is { } forged
            ? Verdict.Found($"{Hole.Subject(forged.Subject)} is not signed by the {Hole.Subject(forged.Issuer ?? "issuer")} that the client trusts, but by another of that name", leaf.Cite(nameof(Certificate.Issuer)), list.Cite(nameof(StoreListed.Store)))
            : Verdict.Found($"{Hole.Subject(trust.MissingIssuer ?? trust.Path[^1].Subject)}, which issued {Hole.Subject(trust.Path[^1].Subject)}, is not among the roots that the client trusts ({list.Certificates.Length} listed), nor did the VPN server send a way to one", leaf.Cite(nameof(Certificate.Issuer)), list.Cite(nameof(StoreListed.Store)));
    }
}
