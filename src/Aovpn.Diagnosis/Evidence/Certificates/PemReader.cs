using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Reads certificates that stand as PEM blocks in a text: a file of them, or one pasted into a note. Private keys are passed over and never kept.</summary>
public sealed class PemReader : IPassageReader
{
    public string Kind => "certificate";

    public int Order => 20;

    public Anchors Anchors { get; } = Anchors.Of(PemBlocks.Begin);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        foreach (var (label, first, last, bytes) in PemBlocks.Find(text))
        {
            var source = text.Cite(first, last);
            if (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
                yield return new(first, last, [], 0);
            else if (label is "CERTIFICATE" or "X509 CERTIFICATE" or "TRUSTED CERTIFICATE")
                yield return new(first, last, [One(text, source, bytes)]);
            else if (label is "PKCS7" or "CMS")
                yield return new(first, last, EncodedBundle.Read(source, text.Artifact.Host, bytes ?? []));
        }
    }

    private static Observation One(EvidenceText text, Citation source, byte[]? bytes) =>
        bytes is null ? new Unreadable(source, Message.Of($"the PEM block has no END line or holds characters that are no base64; the rest of the text was read; copy the block again from BEGIN to END"))
        : EncodedCertificate.Read(source, bytes) is { } certificate ? new CertificateSeen(source, text.Artifact.Host, null, CertificateUse.File, certificate)
        : new Unreadable(source, Message.Of($"the PEM block of {bytes.Length} bytes is no X.509 certificate that the platform accepts; the rest of the text was read; export the certificate again as Base-64 encoded X.509 (.CER)"));
}
