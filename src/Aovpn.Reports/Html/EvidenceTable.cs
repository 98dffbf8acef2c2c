using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Html;

/// <summary>Every artifact with its hash, how much of it was read, and what has to be said of it.</summary>
internal sealed class EvidenceTable(HtmlWriter html, MessageText messages)
{
    private const int Shown = 500;

    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        if (diagnosis.Artifacts.IsEmpty)
            return;
        html.Element("h2", "Evidence");
        var read = diagnosis.Artifacts.Count(artifact => artifact.IsRecognised);
        html.Element("p", string.Create(CultureInfo.InvariantCulture,
            $"{read:N0} of {Counted.Of(diagnosis.Artifacts.Length, "file")} read, {Counted.Of(diagnosis.Artifacts.Sum(artifact => artifact.Records), "record")}."));
        using (html.Element("div", ("class", "scroll"), ("role", "region"), ("aria-label", "Evidence"), ("tabindex", "0")))
        using (html.Element("table"))
        {
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                foreach (var (heading, isNumber) in new[] { ("File", false), ("Kind", false), ("Host", false), ("Records", true), ("Unreadable", true), ("SHA-256", false) })
                    html.Element("th", heading, ("scope", "col"), ("class", isNumber ? "number" : null));
            }

            using (html.Element("tbody"))
            {
                foreach (var artifact in diagnosis.Artifacts.Take(Shown))
                    Row(artifact);
            }
        }

        if (diagnosis.Artifacts.Length > Shown)
            html.Element("p", $"and {Counted.Of(diagnosis.Artifacts.Length - Shown, "more file")}: --format json lists them all", ("class", "faint"));
    }

    private void Row(ArtifactSummary artifact)
    {
        using (html.Element("tr"))
        {
            using (html.Element("th", ("scope", "row")))
            {
                html.Text(messages.Artifact(artifact.Artifact));
                foreach (var remark in artifact.Remarks)
                {
                    var place = remark.Source.Locator is Locator.Whole ? "" : $"{remark.Source.Locator}: ";
                    html.Element("div", place + messages.Of(remark.What), ("class", "place doubt"));
                }
            }

            html.Element("td", artifact.Kind);
            html.Element("td", string.Join(' ', new[] { RoleWords.Of(artifact.Host.Role), artifact.Host.Name is { } name ? messages.HostName(name) : "" }.Where(word => word.Length > 0)));
            html.Element("td", Number(artifact.Records), ("class", "number"));
            html.Element("td", Number(artifact.Unreadable), ("class", "number"));
            html.Element("td", artifact.Sha256 ?? "", ("class", "hash"));
        }
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
