using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Html;

/// <summary>Places in the evidence, with the words that stand there.</summary>
internal static class EvidenceList
{
    private const int Shown = 10;

    public static void Write(HtmlWriter html, MessageText messages, Excerpts excerpts, ImmutableArray<Citation> places)
    {
        foreach (var citation in places.Take(Shown))
        {
            var reported = citation.Provenance is Provenance.Reported ? " (as reported)" : "";
            html.Element("p", PlaceText.Of(citation, messages) + reported, ("class", "place"));
            var lines = excerpts.Of(citation).Select(messages.Excerpt).Where(line => line.Length > 0).ToArray();
            if (lines.Length > 0)
                html.Element("pre", string.Join('\n', lines), ("class", "excerpt"));
        }

        if (places.Length > Shown)
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"and {places.Length - Shown} more places"), ("class", "place"));
    }
}
