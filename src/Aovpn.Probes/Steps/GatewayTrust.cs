using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;

namespace Aovpn.Probes.Steps;

/// <summary>Whether a client would go on with the gateway: guards secrets. What is wrong is the diagnosis's to say, from the transcript.</summary>
internal static class GatewayTrust
{
    private static readonly Citation Nowhere = new(new Artifact("IKE_AUTH"), Locator.All);

    /// <returns>What is wrong with the chain, in a few words; null if nothing is.</returns>
    public static string? Problem(ImmutableArray<ImmutableArray<byte>> chain, ProbeSettings settings, DateTimeOffset asOf)
    {
        if (chain is not [var first, .. var rest] || EncodedCertificate.Read(Nowhere, first.AsSpan()) is not { } leaf)
            return "it shows no certificate that can be read";
        if (leaf.Allows(Purpose.ServerAuthentication) is false)
            return "its certificate is not for Server Authentication";
        if (leaf.IsInForce(asOf) is false)
            return "its certificate is not in force";
        if (NameMatch.Covers(leaf, settings.Host) is false)
            return $"its certificate does not carry {settings.Host}";
        if (settings.Roots is not { } roots)
            return null;

        return TrustPath.Build(leaf, Read(rest), Read([.. roots]), asOf).IsTrusted ? null : "its certificate leads to no root that the client trusts";
    }

    private static ImmutableArray<Certificate> Read(IEnumerable<ImmutableArray<byte>> encoded) =>
        [.. encoded.Select(der => EncodedCertificate.Read(Nowhere, der.AsSpan())).OfType<Certificate>()];
}
