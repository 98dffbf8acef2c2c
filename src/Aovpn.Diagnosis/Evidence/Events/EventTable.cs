using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Tables of events as Format-Table prints them: a heading with "Message", a rule of dashes, a row for each event.</summary>
internal static class EventTable
{
    /// <returns>Line numbers of rows of tables in which RasClient speaks.</returns>
    public static FrozenSet<int> Rows(EvidenceText text)
    {
        var rows = new HashSet<int>();
        for (var line = 2; line <= text.Lines.Length; line++)
        {
            if (!IsRule(text[line]) || !text[line - 1].TrimEnd().EndsWith("Message", StringComparison.OrdinalIgnoreCase))
                continue;
            var table = new List<int>();
            for (var row = line + 1; row <= text.Lines.Length && !string.IsNullOrWhiteSpace(text[row]); row++)
                table.Add(row);
            if (table.Exists(row => text[row].Contains("CoId=", StringComparison.OrdinalIgnoreCase)))
                rows.UnionWith(table);
            line += table.Count;
        }

        return rows.ToFrozenSet();
    }

    /// <summary>The date and time that a row begins with, or has after one word (<c>Error,11/20/2026 9:15:03 AM,RasClient</c>).</summary>
    public static DateTime? Time(string line)
    {
        var text = line.Trim();
        if (text.Length == 0)
            return null;
        if (WallTime.Parse(text.Split("  ", 2)[0], isMonthFirst: null) is { } time)
            return time;
        var fields = text.Split(',', 3);
        return fields.Length == 3 ? WallTime.Parse(fields[1], isMonthFirst: null) : null;
    }

    private static bool IsRule(string line)
    {
        var dashes = 0;
        foreach (var letter in line)
        {
            if (letter == '-')
                dashes++;
            else if (!char.IsWhiteSpace(letter))
                return false;
        }

        return dashes >= 6;
    }
}
