using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Puts a code in the place of each sentence that Windows, NPS or Entra ID shows for it. The firewalls and routers that such a sentence speaks of are
/// nobody's statement about this network.
/// </summary>
internal static class KnownSentences
{
    private const int MaxCharacters = 2_000_000;

    /// <summary>Stands for the rest of a sentence on further lines; ends a sentence, is no word.</summary>
    private const string Rest = "…";

    public static EvidenceText AsCodes(EvidenceText text)
    {
        if (text.Lines.Sum(line => (long)line.Length + 1) > MaxCharacters)
            return text;

        var joined = string.Join('\n', text.Lines);
        ImmutableArray<string>.Builder? lines = null;
        var (line, lineStart) = (0, 0);
        var removed = 0;
        foreach (var sentence in DialogSentences.Find(joined))
        {
            while (lineStart + text.Lines[line].Length < sentence.Start)
                Next();
            lines ??= text.Lines.ToBuilder();
            var end = sentence.Start + sentence.Length;
            Replace(sentence.Start, end, $" {Written(sentence.Code)} ");
            while (lineStart + text.Lines[line].Length < end)
            {
                Next();
                Replace(lineStart, end, Rest);
            }
        }

        return lines is null ? text : text.With(lines.ToImmutable());

        // As numbers of Windows are told from any others; the codes of NPS and Entra ID have their names before them.
        static string Written(Code code) => code.Family is CodeFamily.Windows ? string.Create(CultureInfo.InvariantCulture, $"0x{code.Value:X}") : code.ToString();

        void Next()
        {
            lineStart += text.Lines[line++].Length + 1;
            removed = 0;
        }

        void Replace(int from, int to, string with)
        {
            var (start, stop) = (from - lineStart, Math.Min(to - lineStart, text.Lines[line].Length));
            var before = lines![line];
            lines[line] = new StringBuilder(before, 0, start - removed, 0).Append(with).Append(before, stop - removed, before.Length - stop + removed).ToString();
            removed += stop - start - with.Length;
        }
    }
}
