using System.Collections.Immutable;
using Aovpn.Reports;
using Aovpn.Reports.Html;
using Aovpn.Reports.Sarif;

namespace Aovpn.Cli;

/// <summary>The forms of a report that there are.</summary>
internal static class Formats
{
    private static readonly ImmutableArray<IReport> Reports = [new TextReport(), new JsonReport(), new HtmlReport(), new SarifReport()];

    public static IEnumerable<string> Names => Reports.Select(report => report.Format);

    public static IReport Find(string name) => Reports.First(report => report.Format == name);
}
