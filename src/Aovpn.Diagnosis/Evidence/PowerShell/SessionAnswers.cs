using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>Takes the answers that follow a command line, one after the other.</summary>
/// <param name="command">The line of the command; it is part of what is cited.</param>
internal sealed class SessionAnswers(EvidenceText text, int command)
{
    private const int LongestTable = 120;

    /// <summary>The mandatory label of an elevated process; an administrator who is not elevated runs at S-1-16-8192.</summary>
    private const string HighLabel = "S-1-16-12288";
    private const string SystemLabel = "S-1-16-16384";

    private static readonly string[] LanguageModes = ["FullLanguage", "ConstrainedLanguage", "RestrictedLanguage", "NoLanguage"];
    private static readonly string[] Policies = ["Restricted", "AllSigned", "RemoteSigned", "Unrestricted", "Bypass", "Undefined", "Default"];

    /// <summary>From strongest to weakest: the first that is defined is in force (about_Execution_Policies).</summary>
    private static readonly string[] Scopes = ["MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine"];

    /// <summary>The last line taken so far.</summary>
    public int Last { get; private set; } = command;

    /// <returns>Null when the answer is not there.</returns>
    public PowerShellSession? Read(SessionQuestion question)
    {
        var first = NextLine();
        if (first == 0)
            return null;

        var word = text[first].Trim();
        return question switch
        {
            SessionQuestion.LanguageMode => One(first, Word(word, LanguageModes), mode => Fact(first, languageMode: mode)),
            SessionQuestion.ExecutionPolicy => One(first, Word(word, Policies), policy => Fact(first, policy: policy)),
            SessionQuestion.IsAdministrator => One(first, Word(word, ["True", "False"]), answer => Fact(first, elevated: answer == "True")),
            SessionQuestion.SessionName => SessionName(first, word),
            SessionQuestion.UserName => word.Split('\\') is [{ Length: > 0 }, { Length: > 0 }] && !word.Contains(' ') ? One(first, word, user => Fact(first, user: user)) : null,
            SessionQuestion.ExecutionPolicyList => PolicyList(first),
            SessionQuestion.Groups => Groups(first),
            SessionQuestion.SessionList => SessionList(first),
            _ => null,
        };
    }

    private int NextLine()
    {
        for (var line = Last + 1; line <= text.Lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
                continue;
            return PromptLine.Parse(text[line]) is null ? line : 0;
        }

        return 0;
    }

    private PowerShellSession? One(int line, string? word, Func<string, PowerShellSession> fact)
    {
        if (word is null)
            return null;
        Last = line;
        return fact(word);
    }

    private PowerShellSession Fact(int last, string? languageMode = null, string? policy = null, bool? elevated = null, bool? remote = null, string? user = null, int? at = null) =>
        new(text.Cite(at ?? last, last), text.Artifact.Host.Or(Host.Client), languageMode, policy, elevated, remote, user);

    private static string? Word(string line, ReadOnlySpan<string> known)
    {
        foreach (var word in known)
        {
            if (word.Equals(line, StringComparison.OrdinalIgnoreCase))
                return word;
        }

        return null;
    }

    /// <summary>A session of the Remote Desktop protocol is named after its listener: <c>RDP-Tcp#12</c>.</summary>
    private PowerShellSession? SessionName(int line, string word)
    {
        var remote = IsRemote(word);
        return remote || word.Equals("Console", StringComparison.OrdinalIgnoreCase) ? One(line, word, _ => Fact(line, remote: remote)) : null;
    }

    private static bool IsRemote(string text) => text.Contains("rdp-tcp", StringComparison.OrdinalIgnoreCase) || text.Contains("rdp-sxs", StringComparison.OrdinalIgnoreCase);

    /// <summary>The current session is marked by <c>&gt;</c>.</summary>
    private PowerShellSession? SessionList(int first)
    {
        for (var line = first; line <= End(first); line++)
        {
            var content = text[line].TrimStart();
            if (!content.StartsWith('>'))
                continue;
            var user = content[1..].Split(' ')[0];
            Last = line;
            return Fact(line, remote: IsRemote(content), user: IsRemote(user) || user.Equals("console", StringComparison.OrdinalIgnoreCase) ? null : user);
        }

        return null;
    }

    private PowerShellSession? PolicyList(int first)
    {
        var policies = new Dictionary<string, (string Policy, int Line)>(StringComparer.OrdinalIgnoreCase);
        for (var line = first; line <= End(first); line++)
        {
            if (text[line].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var scope, var policy] && Word(scope, Scopes) is { } known && Word(policy, Policies) is { } value)
                policies[known] = (value, line);
        }

        if (policies.Count == 0)
            return null;
        Last = policies.Values.Max(policy => policy.Line);
        foreach (var scope in Scopes)
        {
            if (policies.TryGetValue(scope, out var set) && set.Policy != "Undefined")
                return Fact(set.Line, policy: set.Policy);
        }

        return policies.TryGetValue("LocalMachine", out var local) ? Fact(local.Line, policy: "Undefined") : null;
    }

    private PowerShellSession? Groups(int first)
    {
        var (label, last) = (0, 0);
        var high = false;
        var end = End(first);
        for (var line = first; line <= end; line++)
        {
            if (text[line].Contains("S-1-", StringComparison.Ordinal))
                last = line;
            if (text[line].Contains("S-1-16-", StringComparison.Ordinal))
                (label, high) = (line, text[line].Contains(HighLabel, StringComparison.Ordinal) || text[line].Contains(SystemLabel, StringComparison.Ordinal));
        }

        if (label == 0)
            return null;
        Last = last;
        return Fact(label, elevated: high);
    }

    /// <summary>The last line of a table: up to the next prompt, or two empty lines.</summary>
    private int End(int first)
    {
        var end = first;
        var blanks = 0;
        for (var line = first; line <= text.Lines.Length && line - first < LongestTable && PromptLine.Parse(text[line]) is null; line++)
        {
            blanks = string.IsNullOrWhiteSpace(text[line]) ? blanks + 1 : 0;
            if (blanks > 1)
                break;
            if (blanks == 0)
                end = line;
        }

        return end;
    }
}
