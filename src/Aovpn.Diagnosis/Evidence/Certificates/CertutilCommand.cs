using System.Buffers;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>The command that made a listing, as it stands behind the prompt.</summary>
/// <param name="Verb">store, viewstore, verifystore or dump.</param>
/// <param name="Store">Null when the command names none.</param>
/// <param name="Filtered">It asks for single certificates: what it does not show may still be in the store.</param>
internal sealed record CertutilCommand(string Verb, string? Store, StoreLocation Location, bool Filtered)
{
    private const int LongestCommand = 1000;

    private static readonly SearchValues<string> Program = SearchValues.Create(["certutil"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Verbs = ["store", "viewstore", "verifystore", "dump", "mergepfx"];

    /// <summary>Reads <c>C:\&gt;certutil -v -store -user My</c>; null when the line is no such command.</summary>
    public static CertutilCommand? Parse(string line)
    {
        if (line.Length > LongestCommand)
            return null;
        var at = line.AsSpan().IndexOfAny(Program);
        if (at < 0 || !IsPrompt(line.AsSpan(0, at)))
            return null;

        // "CertUtil:" opens the tool's own last line.
        var behindName = line[(at + "certutil".Length)..];
        if (behindName.StartsWith(':'))
            return null;
        var words = Words(behindName);
        if (words is [".exe" or ".exe\"" or "\"", .. var behind])
            words = behind;
        var verb = words.Select(word => Option(word)).FirstOrDefault(option => option is not null && Verbs.Contains(option));
        if (verb is null)
            return null;

        var names = words.Where(word => Option(word) is null).ToArray();
        var store = names.FirstOrDefault();
        return new(verb, store is null ? null : StoreNames.Canonical(store), LocationOf(words, store), names.Length > 1);
    }

    private static StoreLocation LocationOf(IEnumerable<string> words, string? store)
    {
        var options = words.Select(Option).OfType<string>().ToArray();
        return options.Contains("user") ? StoreLocation.CurrentUser
            : options.Any(option => option.StartsWith("ent", StringComparison.Ordinal)) || store?.StartsWith("ldap:", StringComparison.OrdinalIgnoreCase) is true
                ? StoreLocation.Enterprise
            : options.Contains("service") ? StoreLocation.Service
            : StoreLocation.LocalMachine;
    }

    private static string? Option(string word) => word.Length > 1 && word[0] is '-' or '/' or '–' ? word[1..].ToLowerInvariant() : null;

    /// <summary>Nothing, or what ends as a prompt does: a sentence that mentions the command is none.</summary>
    private static bool IsPrompt(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t\"&'");
        return before.Length == 0 || before[^1] is '>' or '#' or '$' or '\\';
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]))
                continue;
            if (text[at] is '|')
                break;
            var quote = text[at] is '"' or '\'' ? text[at++] : ' ';
            var end = text.IndexOf(quote, at);
            if (end < 0)
                end = text.Length;
            words.Add(text[at..end]);
            at = end;
        }

        return words;
    }
}
