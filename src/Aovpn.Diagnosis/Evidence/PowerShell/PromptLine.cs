namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>A line with a prompt, as consoles and transcripts show it: <c>PS C:\Windows\system32&gt; Get-VpnConnection</c>.</summary>
/// <param name="Command">What was typed; empty for a prompt alone.</param>
internal readonly record struct PromptLine(string Command)
{
    private const int LongestPath = 260;

    /// <returns>Null for a line without a prompt.</returns>
    public static PromptLine? Parse(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (text.StartsWith("[") && text.IndexOf("]: PS") is > 0 and < 100 and var remote)
            text = text[(remote + 3)..];
        var end = text.IndexOf('>');
        if (end < 0 || end > LongestPath)
            return null;

        var isPrompt = text.StartsWith("PS ", StringComparison.Ordinal) || text.StartsWith("PS>", StringComparison.Ordinal)
            || end >= 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] is '\\' or '>';
        return isPrompt ? new(text[(end + 1)..].Trim().ToString()) : null;
    }

    /// <summary>Whether the command calls a cmdlet, by its full name.</summary>
    public bool Calls(string cmdlet)
    {
        var at = Command.IndexOf(cmdlet, StringComparison.OrdinalIgnoreCase);
        var end = at + cmdlet.Length;
        return at >= 0 && (end == Command.Length || !char.IsAsciiLetterOrDigit(Command[end]));
    }
}
