using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// Reads errors of which only the sentence was copied, or which a script prints itself (<c>Unable to create Corp VPN profile: ...</c>). The
/// console may have wrapped them. Sentences in which a person tells of an error are left to the reader of notes.
/// </summary>
public sealed class PowerShellMessageReader : IPassageReader
{
    private const int MostLines = 4;
    private const int LongestLine = 400;

    public string Kind => "powershell-message";

    public int Order => 125;

    public Anchors Anchors { get; } = Anchors.Of([.. KnownMessages.All.Select(known => known.RareWord)]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (text[line].Length is 0 or > LongestLine || Read(text, line) is not { } passage)
                continue;
            yield return passage;
            line = passage.Last;
        }
    }

    private static Passage? Read(EvidenceText text, int line)
    {
        if (!LooksPrinted(text[line].Trim()))
            return null;

        var joined = "";
        for (var last = line; last <= text.Lines.Length && last - line < MostLines && !string.IsNullOrWhiteSpace(text[last]) && text[last].Length <= LongestLine; last++)
        {
            joined = joined.Length == 0 ? text[last].Trim() : $"{joined} {text[last].Trim()}";
            foreach (var known in KnownMessages.All)
            {
                if (!joined.Contains(known.Phrase, StringComparison.OrdinalIgnoreCase))
                    continue;
                var failed = new PowerShellFailed(text.Cite(line, last), text.Artifact.Host.Or(Host.Client), known.ErrorId, known.Category, Command(joined), known.Code, joined);
                return new(line, last, [failed]);
            }
        }

        return null;
    }

    /// <summary>Printed lines begin with the sentence itself, the command and a colon, the file, or the script's own words before it.</summary>
    private static bool LooksPrinted(string line) =>
        line.StartsWith("File ", StringComparison.Ordinal) || line.StartsWith("Unable to ", StringComparison.Ordinal) || line.StartsWith(". : ", StringComparison.Ordinal)
        || line.StartsWith("Cannot ", StringComparison.Ordinal) || line.StartsWith(".\\", StringComparison.Ordinal) || Command(line) is not null
        || KnownMessages.All.Any(known => known.Phrase.StartsWith(line[..Math.Min(line.Length, known.Phrase.Length)], StringComparison.OrdinalIgnoreCase) && line.Length > 12);

    private static string? Command(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        var head = line[..colon].TrimEnd();
        return head.Contains('-') && !head.Contains(' ') || head.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase) && !head.Contains(' ') ? head : null;
    }
}
