using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>Reads a lone EapHostConfig, as Get-EapConfiguration.ps1 and EapConfigXmlStream give it.</summary>
public sealed class EapHostConfigReader : IPassageReader
{
    private const string Start = "<EapHostConfig";
    private const int MostLines = 20_000;

    public string Kind => "eap-host-config";

    public int Order => 30;

    public Anchors Anchors { get; } = Anchors.Of(Start);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            var at = text[line].IndexOf(Start, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || Read(text, line, at, free) is not { } passage)
                continue;
            yield return passage;
            line = passage.Last;
            free = line + 1;
        }
    }

    private static Passage? Read(EvidenceText text, int line, int at, int free)
    {
        var end = line;
        while (end < text.Lines.Length && end - line < MostLines && !text[end].Contains("</EapHostConfig", StringComparison.OrdinalIgnoreCase)
            && !text[end + 1].Contains(Start, StringComparison.OrdinalIgnoreCase))
            end++;

        var mapped = MappedText.Of(text, line, end).From(at);
        if (new MarkupScanner(mapped.Text).Scan(0) is not { } config)
            return null;

        var surroundings = new ProfileSurroundings(text, line, free);
        var last = mapped.LineAt(Math.Max(config.End - 1, 0));
        var profile = new ProfileContent(text, mapped).ReadEap(config, text.Cite(line), Host.Client.Or(surroundings.Host));
        return profile is null ? null : new(surroundings.First, last, [profile]);
    }
}
