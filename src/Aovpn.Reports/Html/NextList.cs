using Aovpn.Reports.Text;

namespace Aovpn.Reports.Html;

/// <summary>What to collect next, and what it decides. The words are the product's own: no name of the evidence is in them to be hidden.</summary>
internal sealed class NextList(HtmlWriter html)
{
    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        if (diagnosis.Next.IsEmpty)
            return;
        html.Element("h2", "What to collect next");
        using (html.Element("ol", ("class", "next")))
        {
            foreach (var next in diagnosis.Next)
            {
                using (html.Element("li"))
                {
                    html.Element("strong", $"{RoleWords.On(next.From)}{next.Need}");
                    html.Element("p", next.Why);
                    if (next.Command is { } command)
                        CommandBlock.Write(html, command);
                }
            }
        }
    }
}
