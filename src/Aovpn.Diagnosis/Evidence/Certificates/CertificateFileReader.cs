using System.Collections.Immutable;
using System.Formats.Asn1;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Reads binary certificate files: DER (.cer, .crt) and PKCS #7 (.p7b). PEM is text: <see cref="PemReader"/>.</summary>
public sealed class CertificateFileReader : IArtifactReader
{
    private const int LargestFile = 4 * 1024 * 1024;

    public string Kind => "certificate";

    /// <summary>A SEQUENCE that spans the file and begins as a certificate (a SEQUENCE) or as SignedData (its identifier) does.</summary>
    public bool Recognizes(ArtifactContent content)
    {
        var head = content.Head.Span;
        if (head.Length < 32 || head[0] != 0x30 || content.Length > LargestFile
            || (Encoded(head) ?? LongForm(head)) is not { } start)
            return false;
        if (start >= head.Length)
            return false;
        return head[start] == 0x30 || head[start..].StartsWith<byte>([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]);
    }

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        var source = new Citation(content.Artifact, Locator.All);
        var about = content.Artifact.Host;
        using var stream = content.Open();
        var bytes = new byte[LargestFile];
        var read = stream.ReadAtLeast(bytes, LargestFile, throwOnEndOfStream: false);
        bytes = bytes[..read];

        ImmutableArray<Observation> seen = EncodedCertificate.Read(source, bytes) is { } certificate
            ? [new CertificateSeen(source, about, null, CertificateUse.File, certificate)]
            : EncodedBundle.Read(source, about, bytes);
        if (seen.IsEmpty)
            seen = [new Unreadable(source, Message.Of($"the file of {read} bytes begins like an X.509 certificate but the platform refuses it: it is cut short, damaged or of another kind; export it again as DER or Base-64 encoded X.509 (.CER)"))];
        tally.Records += seen.Length;
        return seen;
    }

    /// <returns>Where the content begins; null for what is no value, or is none as a whole.</returns>
    private static int? Encoded(ReadOnlySpan<byte> head)
    {
        try
        {
            return AsnDecoder.TryReadEncodedValue(head, AsnEncodingRules.BER, out _, out var start, out _, out _) ? start : null;
        }
        catch (AsnContentException)
        {
            return null; // of a value of indefinite length, what is inside is read too
        }
    }

    /// <summary>A file cut short still says in its first bytes what it was to be.</summary>
    private static int? LongForm(ReadOnlySpan<byte> head) => head[1] == 0x82 && head[4] == 0x30 && head[5] is 0x82 or 0x81 ? 4 : null;
}
