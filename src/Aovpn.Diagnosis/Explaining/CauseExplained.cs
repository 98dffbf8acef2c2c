using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>A cause, and what tells it from the others.</summary>
/// <param name="Detected">First paragraph of the page's "How it is detected".</param>
/// <param name="Evidence">What to collect where, with the command that collects it.</param>
public sealed record CauseExplained(RulePage Page, string Detected, ImmutableArray<(HostRole From, NeedRow Need)> Evidence)
{
    internal static CauseExplained Of(RulePage page, ImmutableArray<Need> needs) => new(
        page,
        FirstParagraph(page.Section("How it is detected")),
        [.. needs.Distinct().Select(need => (need.From, NeedCatalogue.Find(need.Kind)))]);

    private static string FirstParagraph(string section)
    {
        var end = section.IndexOf("\n\n", StringComparison.Ordinal);
        return (end < 0 ? section : section[..end]).Replace('\n', ' ');
    }
}
