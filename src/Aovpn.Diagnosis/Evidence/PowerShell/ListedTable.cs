using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// A table as PowerShell's Format-Table prints it: names of columns, a line of dashes, a row for each object. The dashes say where the
/// columns begin. Some copies put an empty line between all lines, others have lost the width of the columns.
/// </summary>
/// <param name="First">The line of the names.</param>
/// <param name="Columns">In order, as named.</param>
/// <param name="Rows">Cells in the order of the columns; an empty cell is an empty string.</param>
internal sealed record ListedTable(int First, int Last, ImmutableArray<string> Columns, ImmutableArray<TableRow> Rows)
{
    private const int LongestLine = 4000;
    private const int MostRows = 20_000;

    /// <returns>The place of a column by one of its names; -1 when the table has none of them.</returns>
    public int Column(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var column = 0; column < Columns.Length; column++)
            {
                if (Columns[column].Equals(name, StringComparison.OrdinalIgnoreCase))
                    return column;
            }
        }

        return -1;
    }

    public static IEnumerable<ListedTable> Find(EvidenceText text)
    {
        for (var line = 2; line <= text.Lines.Length; line++)
        {
            if (!IsRule(text[line]) || Above(text, line) is not { } heading)
                continue;
            var table = Read(text, heading, line);
            if (table is null)
                continue;
            yield return table;
            line = table.Last;
        }
    }

    /// <summary>Dashes and spaces alone, at least two columns or a single one of three dashes.</summary>
    public static bool IsRule(string line) =>
        line.Length <= LongestLine && line.AsSpan().Trim() is ['-', '-', ..] dashes && !dashes.ContainsAnyExcept('-', ' ', '\t');

    private static int? Above(EvidenceText text, int rule)
    {
        if (!string.IsNullOrWhiteSpace(text[rule - 1]))
            return rule - 1;
        return rule > 2 && !string.IsNullOrWhiteSpace(text[rule - 2]) ? rule - 2 : null;
    }

    private static ListedTable? Read(EvidenceText text, int heading, int rule)
    {
        var starts = Starts(text[rule]);
        var names = text[heading].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || text[heading].Length > LongestLine || PromptLine.Parse(text[heading]) is not null)
            return null;
        var isAligned = starts.All(start => start < text[heading].Length && !char.IsWhiteSpace(text[heading][start]));
        if (!isAligned && names.Length != starts.Count)
            return null;

        var spaced = heading < rule - 1;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var last = rule;
        for (var line = rule + 1; line <= text.Lines.Length && rows.Count < MostRows; line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
            {
                if (spaced && (line == last + 1))
                    continue;
                break;
            }

            if (PromptLine.Parse(text[line]) is not null || IsRule(text[line]) || text[line].Length > LongestLine)
                break;
            rows.Add(new(line, Cells(text[line], starts, isAligned)));
            last = line;
        }

        var columns = isAligned ? Cells(text[heading], starts, isAligned) : [.. names];
        return new(heading, last, columns, rows.ToImmutable());
    }

    private static List<int> Starts(string rule)
    {
        var starts = new List<int>();
        for (var at = 0; at < rule.Length; at++)
        {
            if (rule[at] == '-' && (at == 0 || rule[at - 1] != '-'))
                starts.Add(at);
        }

        return starts;
    }

    /// <summary>By the columns' places where a space stands before each of them; else by two spaces or more, else by words.</summary>
    private static ImmutableArray<string> Cells(string line, List<int> starts, bool isAligned)
    {
        if (isAligned && starts.All(start => start == 0 || start > line.Length || line[start - 1] is ' ' or '\t'))
        {
            var cells = ImmutableArray.CreateBuilder<string>(starts.Count);
            for (var column = 0; column < starts.Count; column++)
            {
                var from = Math.Min(starts[column], line.Length);
                var to = column + 1 < starts.Count ? Math.Min(starts[column + 1], line.Length) : line.Length;
                cells.Add(line[from..to].Trim());
            }

            return cells.ToImmutable();
        }

        var apart = line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return apart.Length == starts.Count ? [.. apart] : [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
