using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Reads the name that is dialled out of a piece of a ProfileXML without its root. Nothing else is taken for a profile's: what the piece lacks the
/// profile may have, and rules would take it for missing.
/// </summary>
public sealed class ProfileFragmentReader : IPassageReader
{
    private const string Start = "<Servers>";
    private const string End = "</Servers>";
    private const int LongestList = 1000;

    public string Kind => "profile-fragment";

    public int Order => 40;

    public Anchors Anchors { get; } = Anchors.Of(Start);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            var from = text[line].IndexOf(Start, StringComparison.OrdinalIgnoreCase);
            var to = from < 0 ? -1 : text[line].IndexOf(End, from, StringComparison.OrdinalIgnoreCase);
            if (to < 0 || to - from > LongestList)
                continue;
            var about = Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown);
            string[] names =
            [
                .. Markup.Decode(text[line].AsSpan(from + Start.Length, to - from - Start.Length)).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(server => server.Split(';')[0].Trim()).Where(server => server.Length > 0 && !server.Contains(' ', StringComparison.Ordinal)),
            ];
            if (names.Length > 0)
                yield return new(line, line, [.. names.Select(name => new NameDialled(text.Cite(line), about, name))]);
        }
    }
}
