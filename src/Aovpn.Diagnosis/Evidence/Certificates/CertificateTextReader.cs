namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// Reads a certificate given as a few labelled lines: <c>openssl x509 -text</c>, <c>certutil file.cer</c>, or the fields that somebody
/// copied out of a dialog. A subject with a distinguished name is the least.
/// </summary>
public sealed class CertificateTextReader : IPassageReader
{
    private const int LongestBlock = 400;

    public string Kind => "certificate-text";

    public int Order => 205;

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            if (CertificateTextLine.Parse(text[number]) is not { } first)
                continue;
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

            if (!block.HasSubject)
                continue;
            yield return new(number, last, [block.ToObservation(text.Cite(number, last))]);
            number = last;
        }
    }
}
