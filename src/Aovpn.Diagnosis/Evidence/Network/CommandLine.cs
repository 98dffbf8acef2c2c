namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>A command as it stands behind the prompt of a console.</summary>
internal static class CommandLine
{
    private const int Longest = 1000;

    /// <returns>The words behind the command <paramref name="name"/>; null when the line is not that command.</returns>
    public static string[]? Words(string line, string name)
    {
        // Behind a prompt, or at the beginning: most lines are neither.
        if (line.Length > Longest || !(line.AsSpan().TrimStart().StartsWith(name, StringComparison.OrdinalIgnoreCase) || line.AsSpan().ContainsAny('>', '$', '#')))
            return null;
        var at = line.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var before = line.AsSpan(0, at).TrimEnd();
        var behind = line[(at + name.Length)..];
        if (behind.StartsWith(".exe", StringComparison.OrdinalIgnoreCase))
            behind = behind[4..];

        var atPrompt = before.Length > 0 && before[^1] is '>' or '$' or '#';
        if (!atPrompt && before.Length > 0)
            return null;
        return behind.Length > 0 && !char.IsWhiteSpace(behind[0]) ? null : behind.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The first word that is no option: the host that ping or nslookup is asked about.</summary>
    public static string? Operand(string[]? words) => words?.FirstOrDefault(word => word[0] is not ('-' or '/'))?.Trim('"', '\'');
}
