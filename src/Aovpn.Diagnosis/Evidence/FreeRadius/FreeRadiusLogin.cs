namespace Aovpn.Diagnosis.Evidence.FreeRadius;

/// <summary>
/// What FreeRADIUS says of a login: <c>Login OK: [alice] (from client vpn port 2 cli 198.51.100.10[4500] via TLS tunnel)</c>.
/// </summary>
/// <param name="Words">The module's message in brackets; null when there is none.</param>
/// <param name="User">Without what may follow a stroke: with auth_badpass that is the password.</param>
/// <param name="Inside">Inside PEAP, or the second look at a certificate.</param>
internal sealed record FreeRadiusLogin(bool Accepted, string? Words, string User, string? Client, string? CallingStation, bool Inside)
{
    private const string Ok = "Login OK", Incorrect = "Login incorrect", Machine = "host/";

    public static FreeRadiusLogin? Parse(string text)
    {
        var accepted = text.StartsWith(Ok, StringComparison.Ordinal);
        if (!accepted && !text.StartsWith(Incorrect, StringComparison.Ordinal))
            return null;
        var from = text.LastIndexOf(" (from client ", StringComparison.Ordinal);
        var user = from < 0 ? -1 : text.LastIndexOf(": [", from, StringComparison.Ordinal);
        if (user < 0)
            return null;

        var head = text[(accepted ? Ok.Length : Incorrect.Length)..user].Trim();
        var words = head is ['(', .., ')'] ? head[1..^1] : null;
        var where = text[(from + 2)..].TrimEnd(')').Split(' ');
        return new(
            accepted, words, Name(text[(user + 3)..from].TrimEnd(']')), After(where, "client"), After(where, "cli"),
            text.EndsWith(" via TLS tunnel)", StringComparison.Ordinal));
    }

    private static string Name(string shown)
    {
        var start = shown.StartsWith(Machine, StringComparison.Ordinal) ? Machine.Length : 0;
        var stroke = shown.IndexOf('/', start);
        return stroke < 0 ? shown : shown[..stroke];
    }

    private static string? After(string[] words, string word)
    {
        var at = Array.IndexOf(words, word);
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }
}
