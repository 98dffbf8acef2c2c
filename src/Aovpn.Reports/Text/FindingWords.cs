using System.Globalization;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>The sentences on a finding that all reports for people share.</summary>
internal static class FindingWords
{
    private const int NamesShown = 5;

    /// <summary>What was found, and what it explains.</summary>
    public static string Sentence(Finding finding, MessageText messages)
    {
        var message = messages.Of(finding.Message).Trim();
        if (message.Length > 0 && !".!?".Contains(message[^1], StringComparison.Ordinal))
            message += ".";
        if (message.Length > 0 && char.IsLower(message[0]) && message.StartsWith("reported: ", StringComparison.Ordinal))
            message = $"R{message[1..]}";
        if (finding.Explains.IsEmpty)
            return message;
        return $"{message} This explains {string.Join(", ", finding.Explains.Select(Name).Distinct(StringComparer.Ordinal))}.";
    }

    /// <summary>A symptom in the middle of a sentence: error 809, event 20276, the connection drops.</summary>
    public static string Name(Symptom symptom) => symptom.Code is { Family: CodeFamily.Windows } code ? $"error {code}" : symptom.Code is { } other ? other.ToString() : SymptomPhrases.Of(symptom.Id);

    /// <summary>How often, since when, whom; empty for a single case of nobody named.</summary>
    public static string Extent(Finding finding, MessageText messages)
    {
        var parts = new List<string>();
        if (finding.Count > 1)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"Seen {finding.Count:N0} times"));
        if (finding.First is { } first && finding.Last is { } last && first != last)
            parts.Add($"{(parts.Count == 0 ? "First" : "first")} {first}, last {last}");
        if (!finding.Affected.IsEmpty)
        {
            var names = string.Join(", ", finding.Affected.Take(NamesShown).Select(messages.User));
            var more = finding.Affected.Length > NamesShown ? string.Create(CultureInfo.InvariantCulture, $" and {finding.Affected.Length - NamesShown:N0} more") : "";
            parts.Add($"{(parts.Count == 0 ? "Affects" : "affects")} {names}{more}");
        }

        return parts.Count == 0 ? "" : $"{string.Join("; ", parts)}.";
    }

    /// <summary>What speaks against a cause that is ruled out; for an open one, the evidence that would decide, where it is known.</summary>
    public static string Why(Finding finding, MessageText messages)
    {
        var needs = finding.Needs.Where(_ => finding.Verdict is VerdictKind.Undecided && finding.Evidence.IsEmpty).Take(1)
            .Select(need => NeedCatalogue.All.FirstOrDefault(row => row.Kind == need.Kind) is { } row ? $"needs {row.Text}{From(need.From)}" : null);
        return needs.FirstOrDefault() ?? messages.Of(finding.Message).Trim();
    }

    private static string From(HostRole role) => role is HostRole.Unknown ? "" : $", from the {RoleWords.Of(role)}";
}
