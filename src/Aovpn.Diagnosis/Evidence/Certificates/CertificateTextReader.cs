namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// Reads a certificate given as a few labelled lines: <c>openssl x509 -text</c>, <c>certutil file.cer</c>, or the fields that somebody
/// copied out of a dialog. A subject, an issuer or a thumbprint in the form of one is the least.
/// </summary>
public sealed class CertificateTextReader : IPassageReader
{
    private const int LongestBlock = 400;

    public string Kind => "certificate-text";

    public int Order => 205;

    public Anchors Anchors { get; } = Anchors.Of("Subject", "Issued to", "Issuer", "Thumbprint", "Fingerprint", "Certificate:");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            if (CertificateTextLine.Parse(text[number]) is not { } first)
                continue;
            if (IsOpenssl(text, number))
            {
                var whole = Openssl(text, number);
                yield return whole;
                number = whole.Last;
                continue;
            }

            var block = new CertificateText(text.Artifact.Host);
            var last = number;
            block.Take(first, number);
            for (var below = number + 1; below <= text.Lines.Length && below - number < LongestBlock; below++)
            {
                if (string.IsNullOrWhiteSpace(text[below]))
                    break;
                if (CertificateTextLine.Parse(text[below]) is { } line)
                {
                    if (!block.Take(line, below))
                        break;
                }
                else if (!block.TakeValue(text[below], below) && !char.IsWhiteSpace(text[below][0]))
                {
                    break;
                }

                last = below;
            }

            // An issuer or a thumbprint alone names no certificate; nobody's words are in it either.
            if (block.HasSubject || block.HasIssuerOrThumbprint)
                yield return new(number, last, block.HasSubject ? [block.ToObservation(text.Cite(number, last))] : []);
            number = last;
        }
    }

    private static bool IsOpenssl(EvidenceText text, int number) =>
        number < text.Lines.Length && text[number].AsSpan().Trim() is "Certificate:" && text[number + 1].AsSpan().Trim() is "Data:";

    /// <summary>All that is indented below is the certificate's: key, extensions, signature. None of its numbers is a code.</summary>
    private static Passage Openssl(EvidenceText text, int first)
    {
        var block = new CertificateText(text.Artifact.Host);
        var last = first;
        while (Below(text, last) is { } next)
        {
            last = next;
            if (CertificateTextLine.Parse(text[last]) is { } line)
                block.Take(line, last);
            else
                block.TakeValue(text[last], last);
        }

        return new(first, last, block.HasSubject ? [block.ToObservation(text.Cite(first, last))] : []);
    }

    /// <summary>The next indented line, behind one blank line at most: old versions of openssl set some extensions apart.</summary>
    private static int? Below(EvidenceText text, int last)
    {
        var next = last + 1;
        if (next < text.Lines.Length && string.IsNullOrWhiteSpace(text[next]))
            next++;
        return next <= text.Lines.Length && text[next].Length > 0 && char.IsWhiteSpace(text[next][0]) ? next : null;
    }
}
