using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Html;

/// <summary>How far the connection came: a rung for each stage.</summary>
internal sealed class LadderSection(HtmlWriter html, MessageText messages)
{
    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        html.Element("h2", "How far the connection comes");
        using (html.Element("ol", ("class", "ladder")))
        {
            foreach (var stage in diagnosis.Stages)
                Rung(stage, diagnosis);
        }
    }

    private void Rung(StageResult stage, Diagnosis.Model.Diagnosis diagnosis)
    {
        var (symbol, word) = stage.State switch
        {
            StageState.Passed => ("✓", "passed"),
            StageState.Failed => ("✗", "failed"),
            StageState.Unknown => ("?", "unknown"),
            _ => ("·", "not reached"),
        };
        using (html.Element("li", ("class", KebabCase.Of(stage.State.ToString()))))
        {
            html.Element("span", symbol, ("class", "state"), ("role", "img"), ("aria-label", word));
            html.Element("span", StageWords.Of(stage.Stage), ("class", "name"));
            using (html.Element("span", ("class", "said")))
            {
                html.Text(messages.Of(stage.Summary) is { Length: > 0 } said ? said : StageSection.Summary(stage, diagnosis));
                if (stage.Evidence.IsEmpty)
                    return;
                html.Text(" ");
                var names = stage.Evidence.Select(citation => messages.Artifact(citation.Artifact)).Distinct(StringComparer.Ordinal);
                html.Element("span", string.Join(", ", names), ("class", "faint"));
            }
        }
    }
}
