using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Redaction;

/// <summary>
/// Hides users, hosts, addresses and thumbprints behind invented names, the same one for the same name wherever it stands: in sentences by the
/// type of their holes, in excerpts and copies of evidence by the names that were met anywhere, and by form.
/// </summary>
public sealed class Redactor
{
    private readonly Pseudonyms _names = new();
    private readonly TextRedactor _text;

    /// <param name="observations">All that was read: its names are looked for in every text.</param>
    /// <param name="also">Names that only a person can know of.</param>
    public Redactor(ImmutableArray<Observation> observations, IEnumerable<string> also)
    {
        _text = new(_names);
        foreach (var name in also)
            _names.User(name);
        foreach (var name in NamesSeen.Connections(observations))
            _names.Connection(name);
        foreach (var hole in NamesSeen.In(observations))
            Of(hole);
        Messages = new(Of);
    }

    /// <summary>For reports.</summary>
    public MessageText Messages { get; }

    /// <summary>How often words of a text were looked up among names of several words: grows with the text, and not with the names.</summary>
    public long Lookups => _names.Phrases.Steps;

    /// <summary>A line of evidence.</summary>
    public string Line(string line) => _text.Redact(Whole(line));

    /// <summary>
    /// Meets the names of evidence before anything of it is written: a name that only one line shows to be one is hidden in all. Each artifact is
    /// met by itself, its lines in order.
    /// </summary>
    /// <returns>Takes one line after the other and gives it back as it is.</returns>
    public Func<string, string> Meet()
    {
        var tables = new NameTables();
        return line =>
        {
            var cells = tables.In(line, out var phonebookEntry);
            foreach (var cell in cells)
                _text.Value(cell.Kind, line.Substring(cell.Start, cell.Length));
            if (phonebookEntry is not null)
                _names.Connection(phonebookEntry);
            _text.Learn(Whole(line));
            return line;
        };
    }

    /// <summary>An excerpt that was cut may end inside of a name, of which the rest does not tell that it is one.</summary>
    private static string Whole(string line) => line.EndsWith('…') ? $"{line[..^1].TrimEnd(Joined)}…" : line;

    private static readonly char[] Joined = [.. Enumerable.Range(33, 94).Select(code => (char)code).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '\\' or '@' or '$' or ':')];

    private string Of(Hole hole) => hole.Kind switch
    {
        _ when hole.Text.Length == 0 => "",
        HoleKind.User => _text.User(hole.Text),
        HoleKind.Host => Host(hole.Text),
        HoleKind.Address => _text.Redact(hole.Text) is var hidden && hidden != hole.Text ? hidden : _names.Address(hole.Text),
        HoleKind.Thumbprint => _names.Thumbprint(string.Concat(hole.Text.Where(char.IsAsciiHexDigit))),
        HoleKind.Subject => Subject(hole.Text),
        HoleKind.Code => hole.Text,
        _ => Line(hole.Text),
    };

    private string Host(string name) => System.Net.IPAddress.TryParse(name, out _) || name.Contains('\\', StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal)
        ? _text.Redact(name)
        : _names.Host(name);

    private string Subject(string name) => name.Contains('=', StringComparison.Ordinal) ? _text.DistinguishedName(name) : _names.Subject(name);
}
