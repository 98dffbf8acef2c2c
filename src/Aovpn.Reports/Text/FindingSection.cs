using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>A proved cause: what it is, what shows it, how to mend it, how to know that it is mended.</summary>
internal sealed class FindingSection(TextPage page, MessageText messages, Excerpts excerpts)
{
    private const int PlacesShown = 6;
    private const int Indent = 2;
    private const string LabelGap = "         ";

    public void Write(Finding finding)
    {
        page.Hanging($"{finding.Page.Id}  ", page.Styled(finding.Page.Title, TextStyle.Title), finding.Page.Severity is Severity.Error ? TextStyle.Bad : TextStyle.Doubt);
        page.Blank();
        page.Wrapped(Indent, FindingWords.Sentence(finding, messages));
        if (FindingWords.Extent(finding, messages) is { Length: > 0 } extent)
            page.Wrapped(Indent, extent);
        page.Blank();
        Evidence(finding);
        Fixes(finding);
        Labelled("Check  ", PlainMarkdown.Lines(finding.Page.Section("Check that it is fixed")));
        page.Line($"  More   {page.Styled($"aovpn explain {finding.Page.Id}", TextStyle.Command)}");
        page.Blank();
    }

    private void Evidence(Finding finding)
    {
        if (finding.Evidence.IsEmpty)
            return;
        var shown = finding.Evidence.Take(PlacesShown).Select(citation => (Place: PlaceText.Of(citation, messages), Lines: excerpts.Of(citation))).ToArray();
        var column = Math.Min(shown.Max(one => DisplayWidth.Of(one.Place)), page.Width / 3);
        foreach (var (place, lines) in shown)
        {
            var excerpt = lines.Select(messages.Excerpt).Where(line => line.Length > 0).ToArray();
            var fits = DisplayWidth.Of(place) <= column && excerpt.Length <= 1 && excerpt.Sum(DisplayWidth.Of) <= page.Width - 6 - column;
            page.Line(fits ? $"    {DisplayWidth.Fit(place, column)}  {string.Concat(excerpt)}" : $"    {place}");
            if (fits)
                continue;
            foreach (var line in excerpt)
                page.Wrapped(6, line);
        }

        if (finding.Evidence.Length > PlacesShown)
            page.Line($"    and {finding.Evidence.Length - PlacesShown} more places: --format json", TextStyle.Faint);
        page.Blank();
    }

    private void Fixes(Finding finding)
    {
        var label = "  Fix    ";
        foreach (var fix in FixWords.Of(finding, messages))
        {
            page.Hanging(label, RoleWords.On(fix.Where) + string.Join(' ', PlainMarkdown.Lines(fix.Text).Select(line => line.Text)), TextStyle.Good);
            foreach (var command in fix.Commands)
                page.Command(LabelGap.Length + 2, command);
            label = LabelGap;
        }
    }

    private void Labelled(string label, IEnumerable<(string Text, bool IsCommand)> lines)
    {
        label = $"  {label}";
        foreach (var (text, isCommand) in lines)
        {
            if (isCommand && label != LabelGap)
                page.Hanging(label, "This shows it:");
            if (isCommand)
                page.Command(LabelGap.Length + 2, text);
            else
                page.Hanging(label, text);
            label = LabelGap;
        }
    }
}
