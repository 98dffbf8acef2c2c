using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;
using Org.BouncyCastle.Tls;
using Certificate = Aovpn.Diagnosis.Observations.Certificate;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>Whether a RADIUS server may be told a secret. Guards the peer; verdicts are the diagnosis's, from what the transcript recorded.</summary>
internal static class ServerJudgement
{
    private static readonly Citation Nowhere = new(new Artifact("TLS handshake"), Locator.All);

    /// <param name="chain">DER, the leaf first.</param>
    /// <returns>Empty when the server is trusted.</returns>
    public static ImmutableArray<ServerProblem> Of(ImmutableArray<ImmutableArray<byte>> chain, ServerTrust? trust)
    {
        if (trust is null)
            return [ServerProblem.NothingToJudgeBy];
        if (chain.IsEmpty || EncodedCertificate.Read(Nowhere, chain[0].AsSpan()) is not { } leaf)
            return [ServerProblem.Unreadable];

        ImmutableArray<Certificate> others = [.. chain.Skip(1).Select(Read).OfType<Certificate>()];
        var path = TrustPath.Build(leaf, others, Roots(trust, others), trust.AsOf);
        var problems = ImmutableArray.CreateBuilder<ServerProblem>();
        if (path.Expired.Any(member => member.NotAfter?.IsBefore(trust.AsOf) is true))
            problems.Add(ServerProblem.Expired);
        if (path.Expired.Any(member => member.NotBefore?.IsBefore(trust.AsOf) is false))
            problems.Add(ServerProblem.NotYetValid);
        if (leaf.Allows(Purpose.ServerAuthentication) is not true)
            problems.Add(ServerProblem.Purpose);
        if (!path.ReachesRoot || path.ByNameOnly)
            problems.Add(ServerProblem.Untrusted);
        if (path.BadSignature is not null)
            problems.Add(ServerProblem.BadSignature);
        if (!ServerNames.Allow(trust.ServerNames, leaf))
            problems.Add(ServerProblem.Name);
        return problems.ToImmutable();
    }

    /// <summary>The alert that says it, RFC 5246 section 7.2.2.</summary>
    public static short Alert(ImmutableArray<ServerProblem> problems) => problems[0] switch
    {
        ServerProblem.Expired or ServerProblem.NotYetValid => AlertDescription.certificate_expired,
        ServerProblem.Purpose => AlertDescription.unsupported_certificate,
        ServerProblem.Untrusted or ServerProblem.NothingToJudgeBy => AlertDescription.unknown_ca,
        ServerProblem.Name => AlertDescription.certificate_unknown,
        _ => AlertDescription.bad_certificate,
    };

    /// <summary>
    /// A root that the profile names by its hash is taken from the server's own chain too: the hash says that it is the one.
    /// </summary>
    private static ImmutableArray<Certificate> Roots(ServerTrust trust, ImmutableArray<Certificate> sent)
    {
        var given = trust.Roots.Select(Read).OfType<Certificate>();
        return trust.RootThumbprints.IsEmpty
            ? [.. given]
            : [.. given.Concat(sent.Where(certificate => certificate.IsSelfIssued)).Where(root => root.Thumbprint is { } thumbprint && trust.RootThumbprints.Contains(thumbprint, StringComparer.OrdinalIgnoreCase))];
    }

    private static Certificate? Read(ImmutableArray<byte> encoded) => EncodedCertificate.Read(Nowhere, encoded.AsSpan());
}
