using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports;

/// <summary>A finding's fixes as a report shows them. What a page says is the product's own and stays as it is, whatever the evidence calls its connections; what a rule made for this finding holds values of the evidence.</summary>
internal static class FixWords
{
    /// <returns>The finding's fixes in their order, those made by a rule as <paramref name="messages"/> writes them.</returns>
    public static ImmutableArray<Fix> Of(Finding finding, MessageText messages)
    {
        var standing = finding.Page.Fixes;
        return [.. finding.Fixes.Select(fix => standing.Contains(fix) ? fix : fix with { Text = messages.Words(fix.Text), Commands = [.. fix.Commands.Select(messages.Words)] })];
    }
}
