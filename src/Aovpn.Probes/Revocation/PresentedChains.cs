using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;

namespace Aovpn.Probes.Revocation;

/// <summary>The chains that peers showed in a run, taken from what was written down of it.</summary>
internal static class PresentedChains
{
    private static readonly Citation Nowhere = new(new Artifact("a certificate that was shown"), Locator.All);

    /// <param name="roots">DER of what the client trusts.</param>
    /// <returns>Each certificate of each chain once, but for roots: nobody revokes those.</returns>
    public static ImmutableArray<PresentedCertificate> Of(ImmutableArray<TranscriptEntry> entries, ImmutableArray<ImmutableArray<byte>> roots, DateTimeOffset now)
    {
        var trusted = roots.Select(root => Read(root.AsSpan())).OfType<Certificate>().ToImmutableArray();
        var found = ImmutableArray.CreateBuilder<PresentedCertificate>();
        foreach (var entry in entries)
        {
            var (use, shown) = Shown(entry);
            var chain = shown.Select(der => Read(der)).OfType<Certificate>().ToImmutableArray();
            if (chain.IsEmpty)
                continue;

            var path = TrustPath.Build(chain[0], chain[1..], trusted, now).Path;
            for (var index = 0; index < path.Length; index++)
            {
                var certificate = path[index];
                if (!certificate.IsSelfIssued && !found.Any(one => one.Use == use && TrustPath.Same(one.Certificate, certificate)))
                    found.Add(new(use, certificate, index + 1 < path.Length ? path[index + 1] : null));
            }
        }

        return found.ToImmutable();
    }

    private static (CertificateUse Use, IEnumerable<byte[]> Certificates) Shown(TranscriptEntry entry) => entry switch
    {
        TranscriptEntry.Opened { Sent: false } opened => (CertificateUse.Ike, InIke(opened)),
        TranscriptEntry.Tunnel { Certificates: { } shown } => (CertificateUse.Sstp, shown.Select(Convert.FromBase64String)),
        TranscriptEntry.Eap { Step: { Name: "server-certificates", Inner: false, Certificates: { } shown } } => (CertificateUse.Eap, shown.Select(Convert.FromBase64String)),
        _ => (CertificateUse.File, []),
    };

    private static IEnumerable<byte[]> InIke(TranscriptEntry.Opened opened)
    {
        var reader = new WireReader(Convert.FromHexString(opened.Payloads));
        return PayloadChain.Decode(new((byte)opened.First), ref reader).Payloads.OfType<CertificatePayload>().Where(one => one.Encoding == CertificateEncoding.X509Signature).Select(one => one.Data.ToArray());
    }

    private static Certificate? Read(ReadOnlySpan<byte> der) => EncodedCertificate.Read(Nowhere, der);
}
