using System.Collections.Immutable;
using System.Formats.Asn1;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// Reads PKCS #12 files (.pfx, .p12; RFC 7292) as far as they are open: certificates outside of encrypted parts. Private keys are counted and
/// never read; what a password protects stays closed, and is said to be so.
/// </summary>
public sealed class PfxReader : IArtifactReader
{
    private const int LargestFile = 4 * 1024 * 1024;
    private const string Data = "1.2.840.113549.1.7.1";
    private const string KeyBag = "1.2.840.113549.1.12.10.1.1";
    private const string ShroudedKeyBag = "1.2.840.113549.1.12.10.1.2";
    private const string CertificateBag = "1.2.840.113549.1.12.10.1.3";
    private const string X509Certificate = "1.2.840.113549.1.9.22.1";

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    public string Kind => "pfx";

    /// <summary>A SEQUENCE that begins with the version 3 and a content of type data or signedData (RFC 7292 section 4).</summary>
    public bool Recognizes(ArtifactContent content)
    {
        var head = content.Head.Span;
        if (head.Length < 32 || head[0] != 0x30 || content.Length > LargestFile)
            return false;
        var at = head[1] < 0x80 ? 2 : head[1] == 0x80 ? 2 : 2 + (head[1] & 0x7F);
        return at + 16 < head.Length && head[at..].StartsWith<byte>([0x02, 0x01, 0x03, 0x30])
            && head.Slice(at, Math.Min(32, head.Length - at)).IndexOf<byte>([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]) > 0;
    }

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        var source = new Citation(content.Artifact, Locator.All);
        using var stream = content.Open();
        var bytes = new byte[LargestFile];
        var length = stream.ReadAtLeast(bytes, LargestFile, throwOnEndOfStream: false);

        var seen = ImmutableArray.CreateBuilder<Observation>();
        var (encrypted, keys) = (0, 0);
        try
        {
            foreach (var safe in Safes(bytes.AsMemory(0, length)))
            {
                if (safe is not { } open)
                    encrypted++;
                else
                    keys += Bags(open, source, content.Artifact.Host, seen);
            }
        }
        catch (AsnContentException)
        {
            seen.Add(new Unreadable(source, Message.Of($"the PKCS #12 file breaks off or is damaged after {seen.Count} certificates: export it again")));
        }

        tally.Records += seen.Count + encrypted;
        if (encrypted > 0)
            seen.Add(new Unreadable(source, Message.Of($"{encrypted} parts of the PKCS #12 file are protected by its password, which is not asked for: export the certificate alone as .CER, or list it with certutil -dump FILE"), encrypted));
        if (keys > 0 && seen.Count == 0)
            seen.Add(new Unreadable(source, Message.Of($"the PKCS #12 file holds {keys} private keys and no certificate in the open; keys are not read: export the certificate alone as .CER"), 0));
        return seen.ToImmutable();
    }

    /// <summary>The contents of AuthenticatedSafe; null for an encrypted one.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>?> Safes(ReadOnlyMemory<byte> encoded)
    {
        var pfx = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        pfx.ReadInteger();
        var outer = pfx.ReadSequence();
        if (outer.ReadObjectIdentifier() != Data)
            yield break;
        var safes = new AsnReader(outer.ReadSequence(Explicit).ReadOctetString(), AsnEncodingRules.BER).ReadSequence();
        while (safes.HasData)
        {
            var safe = safes.ReadSequence();
            yield return safe.ReadObjectIdentifier() == Data ? (ReadOnlyMemory<byte>?)safe.ReadSequence(Explicit).ReadOctetString() : null;
        }
    }

    /// <returns>How many private keys there are.</returns>
    private static int Bags(ReadOnlyMemory<byte> contents, Citation source, Host about, ImmutableArray<Observation>.Builder seen)
    {
        var keys = 0;
        var bags = new AsnReader(contents, AsnEncodingRules.BER).ReadSequence();
        while (bags.HasData)
        {
            var bag = bags.ReadSequence();
            var kind = bag.ReadObjectIdentifier();
            if (kind is KeyBag or ShroudedKeyBag)
                keys++;
            if (kind is not CertificateBag)
                continue;
            var value = bag.ReadSequence(Explicit).ReadSequence();
            if (value.ReadObjectIdentifier() != X509Certificate)
                continue;
            seen.Add(EncodedCertificate.Read(source, value.ReadSequence(Explicit).ReadOctetString()) is { } certificate
                ? new CertificateSeen(source, about, null, CertificateUse.File, certificate)
                : new Unreadable(source, Message.Of($"certificate {seen.Count + 1} of the PKCS #12 file is none that the platform accepts; the others were read")));
        }

        return keys;
    }
}
