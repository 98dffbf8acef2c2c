namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// Takes commands that were copied without a prompt, and what PowerShell itself says beside their output (warnings, What if), so that
/// nobody takes their parameters for a person's words. What a command would set is no evidence that it was set.
/// </summary>
public sealed class CommandReader : IPassageReader
{
    private const int LongestLine = 2000;

    /// <summary>Verbs of about_Approved_Verbs that cmdlets around a VPN have.</summary>
    private static readonly string[] Verbs =
    [
        "Add", "Clear", "Connect", "Disable", "Disconnect", "Enable", "Export", "Get", "Import", "Install", "Invoke", "New", "Register", "Remove", "Repair", "Reset", "Resolve",
        "Restart", "Set", "Start", "Stop", "Sync", "Test", "Uninstall", "Update",
    ];

    /// <summary>Warnings as PowerShell heads them, by language of Windows; other languages than English are unverified.</summary>
    private static readonly string[] Warnings = ["WARNING: ", "WARNUNG: ", "AVERTISSEMENT : ", "ADVERTENCIA: ", "AVVISO: ", "AVISO: ", "ПРЕДУПРЕЖДЕНИЕ: ", "警告: "];

    public string Kind => "powershell-command";

    public int Order => 890;

    public Anchors Anchors { get; } = Anchors.Of(["What if: ", .. Verbs.Select(verb => verb + "-"), .. Warnings]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (!IsCommand(text[line]) && !IsWhatIf(text[line]) && !(IsWarning(text[line]) && FollowsCommand(text, line)))
                continue;
            var last = line;
            while (last < text.Lines.Length && (NamesCmdlet(text[last + 1]) || Wraps(text, line, last + 1)))
                last++;
            yield return new(AboveComments(text, line), last, [], 0);
            line = last;
        }
    }

    /// <summary>Verb-Noun and a parameter, to the end of the line: no sentence.</summary>
    private static bool IsCommand(string line)
    {
        if (line.Length > LongestLine)
            return false;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [_, ['-', var initial, ..], ..] && char.IsAsciiLetter(initial) && NamesCmdlet(line)
            && !words[^1].EndsWith('.') && !words[^1].EndsWith('?') && !line.Contains(". ", StringComparison.Ordinal);
    }

    private static bool NamesCmdlet(string line)
    {
        var dash = line.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && dash + 1 < line.Length && char.IsAsciiLetter(line[dash + 1]) && Array.Exists(Verbs, verb => line.AsSpan(0, dash).Equals(verb, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsWhatIf(string line) => line.StartsWith("What if: ", StringComparison.Ordinal);

    private static bool IsWarning(string line) => Array.Exists(Warnings, warning => line.StartsWith(warning, StringComparison.Ordinal));

    private static bool FollowsCommand(EvidenceText text, int line)
    {
        var above = line - 1;
        while (above > 0 && string.IsNullOrWhiteSpace(text[above]))
            above--;
        return above > 0 && PromptLine.Parse(text[above]) is { Command.Length: > 0 };
    }

    /// <summary>The console wraps what it says itself; an empty line ends it.</summary>
    private static bool Wraps(EvidenceText text, int first, int line) =>
        !IsCommand(text[first]) && !string.IsNullOrWhiteSpace(text[line]) && PropertyLine.Parse(text[line]) is null && PromptLine.Parse(text[line]) is null;

    private static int AboveComments(EvidenceText text, int first)
    {
        for (var line = first - 1; line > 0 && (text[line].StartsWith('#') || string.IsNullOrWhiteSpace(text[line])); line--)
        {
            if (text[line].StartsWith('#'))
                first = line;
        }

        return first;
    }
}
