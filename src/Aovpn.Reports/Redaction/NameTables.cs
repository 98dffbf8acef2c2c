using System.Text.RegularExpressions;

namespace Aovpn.Reports.Redaction;

/// <summary>Names in the columns of a table as Format-Table prints it, and in the headings of a phonebook: what a line alone does not tell. Lines come in order.</summary>
internal sealed partial class NameTables
{
    private string? _before;
    private string? _heading;
    private (int Start, int End, NameKind Kind)[] _columns = [];

    public IEnumerable<LabelledValue> In(string line, out string? phonebookEntry)
    {
        var before = _before;
        _before = line;
        phonebookEntry = line.StartsWith("Encoding=", StringComparison.Ordinal) ? _heading : null;
        if (!string.IsNullOrWhiteSpace(line))
            _heading = line.Length is > 2 and < 100 && line[0] == '[' && line.TrimEnd().EndsWith(']') ? line.Trim()[1..^1] : null;

        if (_columns.Length == 0)
        {
            if (before is not null && Rule().IsMatch(line))
                _columns = [.. Columns(line, before)];
            return [];
        }

        if (string.IsNullOrWhiteSpace(line))
            _columns = [];
        return Cells(line);
    }

    private IEnumerable<LabelledValue> Cells(string line)
    {
        foreach (var (start, end, kind) in _columns)
        {
            var (from, to) = (start, Math.Min(end, line.Length));
            while (from < to && line[from] is ' ' or '{' or '"')
                from++;
            while (to > from && line[to - 1] is ' ' or '}' or '"' or '\r' or '…')
                to--;
            if (to > from)
                yield return new(kind, from, to - from);
        }
    }

    private static IEnumerable<(int Start, int End, NameKind Kind)> Columns(string rule, string headings)
    {
        var ofConnections = ListsConnections().IsMatch(headings);
        for (var start = rule.IndexOf('-', StringComparison.Ordinal); start >= 0;)
        {
            var blank = rule.IndexOf(' ', start);
            var next = blank < 0 ? -1 : rule.IndexOf('-', blank);
            var end = next < 0 ? int.MaxValue : next;
            if (start < headings.Length)
            {
                var heading = headings[start..Math.Min(end, headings.Length)].Trim();
                if (NameLabels.Of(heading) is { } kind)
                    yield return (start, end, kind);
                else if (ofConnections && heading.Equals("Name", StringComparison.OrdinalIgnoreCase))
                    yield return (start, end, NameKind.Connection);
            }

            start = next;
        }
    }

    [GeneratedRegex(@"^\s*-{2,}(\s+-{2,})*\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\b(ServerAddress|TunnelType|ConnectionStatus|DestinationPrefix)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex ListsConnections();
}
