using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Html;

/// <summary>A proved cause: what it is, what shows it, how to mend it, how to know that it is mended.</summary>
internal sealed class FindingArticle(HtmlWriter html, MessageText messages, Excerpts excerpts)
{
    public void Write(Finding finding)
    {
        var id = finding.Page.Id;
        using (html.Element("article", ("class", $"finding {KebabCase.Of(finding.Page.Severity.ToString())}"), ("id", id), ("aria-labelledby", $"{id}-title")))
        {
            using (html.Element("h3", ("id", $"{id}-title")))
            {
                html.Element("span", id, ("class", "id"));
                html.Text($"{(finding.Verdict is VerdictKind.Error ? "could not be judged: " : "")}{finding.Page.Title}");
            }

            html.Element("p", Capital(FindingWords.Sentence(finding, messages), finding.Message));
            if (FindingWords.Extent(finding, messages) is { Length: > 0 } extent)
                html.Element("p", extent);
            Evidence(finding);
            Fixes(finding);
            Prose("How to know that it is mended", finding.Page.Section("Check that it is fixed"));
            using (html.Element("p", ("class", "faint")))
            {
                html.Text("More: ");
                html.Element("code", $"aovpn explain {id}");
            }
        }
    }

    private void Evidence(Finding finding)
    {
        if (finding.Evidence.IsEmpty)
            return;
        html.Element("h4", "Evidence");
        EvidenceList.Write(html, messages, excerpts, finding.Evidence);
    }

    private void Fixes(Finding finding)
    {
        if (finding.Fixes.IsEmpty || finding.Verdict is VerdictKind.Error)
            return;
        html.Element("h4", "Fix");
        using (html.Element("ol"))
        {
            foreach (var fix in FixWords.Of(finding, messages))
            {
                using (html.Element("li"))
                {
                    var text = string.Join(' ', PlainMarkdown.Lines(fix.Text).Select(line => line.Text));
                    html.Element("p", RoleWords.On(fix.Where) + text);
                    foreach (var command in fix.Commands)
                        CommandBlock.Write(html, command);
                }
            }
        }
    }

    private void Prose(string heading, string markdown)
    {
        var lines = PlainMarkdown.Lines(markdown).ToArray();
        if (lines.Length == 0)
            return;
        html.Element("h4", heading);
        foreach (var (text, isCommand) in lines)
        {
            if (isCommand)
                CommandBlock.Write(html, text);
            else
                html.Element("p", text);
        }
    }

    /// <summary>A sentence on its own begins with a capital, unless it begins with a name.</summary>
    private static string Capital(string sentence, Message from) =>
        from.Parts is [{ Kind: HoleKind.Plain }, ..] && sentence.Length > 0 ? $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}" : sentence;
}
