namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>One line <c>Name : value</c> as Format-List prints it.</summary>
/// <param name="Indent">White space before the name.</param>
internal readonly record struct PropertyLine(int Indent, string Name, string Value)
{
    private const int LongestName = 60;

    /// <returns>Null for any other line. A colon without a space before it is prose or a label of another tool.</returns>
    public static PropertyLine? Parse(string line)
    {
        var indent = Indentation(line);
        var end = indent;
        while (end < line.Length && end - indent < LongestName && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '_' or '(' or ')'))
            end++;
        if (end == indent || !char.IsAsciiLetter(line[indent]) && line[indent] != '_')
            return null;

        var colon = end;
        while (colon < line.Length && line[colon] is ' ' or '\t' or '\u00A0')
            colon++;
        return colon == end || colon >= line.Length || line[colon] != ':' || colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1])
            ? null
            : new(indent, line[indent..end], line[(colon + 1)..].TrimStart());
    }

    public static int Indentation(string line)
    {
        var indent = 0;
        while (indent < line.Length && char.IsWhiteSpace(line[indent]))
            indent++;
        return indent;
    }
}
