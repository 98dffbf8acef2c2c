namespace Aovpn.Diagnosis.Evidence.Scripts;

/// <summary>Tells lines of PowerShell from prose by how they begin.</summary>
internal static class ScriptLine
{
    private static readonly string[] Keywords =
    [
        "param", "try", "catch", "finally", "if", "else", "elseif", "foreach", "for", "while", "switch", "return", "exit", "function", "begin", "process", "end",
        "throw", "break", "continue",
    ];

    /// <summary><c>$name = ...</c>, with a backtick before the dollar sign where a script writes a script.</summary>
    public static bool IsAssignment(string line)
    {
        var text = line.AsSpan().Trim().TrimStart('`');
        if (!text.StartsWith("$"))
            return false;
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or ':' or '.'))
            end++;
        var rest = text[end..].TrimStart();
        return end > 1 && (rest.StartsWith("=") && !rest.StartsWith("==") || rest.StartsWith("+="));
    }

    /// <summary>A line that a script may begin with.</summary>
    public static bool Begins(string line)
    {
        var text = line.TrimStart();
        return IsAssignment(line) || text.StartsWith("<#", StringComparison.Ordinal) || text.StartsWith("#Requires", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("[CmdletBinding", StringComparison.OrdinalIgnoreCase) || StartsWithWord(text, "param") && text.Contains('(')
            || StartsWithWord(text, "function") && text.Contains('-');
    }

    /// <summary>What only a script has: its help (about_Comment_Based_Help), its binding of parameters, its requirements.</summary>
    public static bool Declares(string line)
    {
        var text = line.AsSpan().TrimStart("# \t");
        return text.TrimEnd().Equals(".SYNOPSIS", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("[CmdletBinding(", StringComparison.OrdinalIgnoreCase) || line.TrimStart().StartsWith("#Requires -", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A line that a script may go on with.</summary>
    public static bool Continues(string line)
    {
        var text = line.TrimStart();
        return text.Length > 0 && (text[0] is '$' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '`' or '|' or '"' or '\'' or '@'
            || Array.Exists(Keywords, word => StartsWithWord(text, word)) || IsCommand(text) || IsAssignment(line) || IsCase(text));
    }

    /// <summary>A branch of a switch (<c>SSTP { $Value = '6' }</c>) or an entry of a hash table (<c>Name = 'x'</c>).</summary>
    private static bool IsCase(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        var rest = text.AsSpan(end).TrimStart();
        return end > 0 && (rest.StartsWith("= ") || rest.StartsWith("{") && rest.TrimEnd().EndsWith("}"));
    }

    /// <summary>Verb-Noun, both with a capital letter.</summary>
    private static bool IsCommand(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 1 && dash + 1 < text.Length && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[dash + 1]) && text.AsSpan(0, dash).IndexOf(' ') < 0;
    }

    private static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));
}
