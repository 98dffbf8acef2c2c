using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Explaining;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;

namespace Aovpn.Reports;

/// <summary>An explanation as plain text: reads the same in a terminal, a file and a ticket.</summary>
public sealed class ExplainText(TextWriter output, int width = ExplainText.DefaultWidth)
{
    public const int DefaultWidth = 100;

    private readonly WrappedText _text = new(output, Math.Max(40, width));

    public void Write(Explanation explanation)
    {
        if (explanation.Answers is [{ Key.Code: { Family: CodeFamily.Windows, Value: <= 0xFFFF } } certain, { ReadAs: null }, ..] && certain.ReadAs is null)
        {
            Write(certain);
            _text.Blank();
            foreach (var other in explanation.Answers.Skip(1))
                _text.Labelled("Also", $"{other.Name}: {other.Meaning}", 0, 6);
            return;
        }

        if (explanation.Answers.Length > 1)
        {
            _text.Paragraph($"{Quoted(explanation.Asked)} can mean {explanation.Answers.Length} things: {string.Join("; ", explanation.Answers.Select(answer => answer.Name))}.");
            _text.Blank();
        }

        for (var index = 0; index < explanation.Answers.Length; index++)
        {
            if (index > 0)
                _text.Rule();
            Write(explanation.Answers[index]);
        }
    }

    /// <summary>What to ask instead, for standard error.</summary>
    public void WriteSuggestions(Explanation explanation)
    {
        _text.Paragraph($"aovpn: nothing is known under {Quoted(explanation.Asked)}.");
        if (explanation.Suggestions.IsEmpty)
        {
            _text.Paragraph("Paste an error code (809, 0x800B0109, -2146762487), \"NPS reason 16\", \"event 20227\", the id of a cause (aovpn rules lists them), or the sentence that Windows shows.", 7);
            return;
        }

        _text.Paragraph("Near to it:", 7);
        foreach (var suggestion in explanation.Suggestions)
            _text.Labelled(suggestion.Ask.Contains(' ', StringComparison.Ordinal) ? $"\"{suggestion.Ask}\"" : suggestion.Ask, suggestion.Text, 7, 20);
    }

    private void Write(Answer answer)
    {
        _text.Paragraph(answer.Symbol is { } symbol ? $"{answer.Name}  {symbol}" : answer.Name);
        if (answer.Page?.Title is { } title)
            _text.Paragraph(title);
        _text.Blank();

        if (answer.Kind is AnswerKind.Cause && answer.Causes is [var only] && only.Page.Id == answer.Name)
        {
            Cause(only);
            return;
        }

        if (answer.ReadAs is { } readAs)
            _text.Labelled("Read as", readAs, 2, 11);
        _text.Labelled("Meaning", answer.Meaning, 2, 11);
        if (answer.Stage is { } stage)
            _text.Labelled("Stage", Words(stage), 2, 11);
        if ((answer.Page?.Dialog ?? answer.Dialog) is { } dialog)
            _text.Labelled("Windows", $"\"{dialog}\"", 2, 11);
        foreach (var note in answer.Notes)
            _text.Labelled("", note, 2, 11);
        if (answer.Source is { } source)
            _text.Labelled("Source", answer.Verified ? source : $"{source} (not verified)", 2, 11);

        if (answer.Page is { } page)
            Page(page);
        Causes(answer);
    }

    private void Page(CodePage page)
    {
        foreach (var section in page.Sections)
        {
            _text.Blank();
            _text.Paragraph(section.Heading);
            _text.Markdown(section.Text, 2);
        }
    }

    private void Causes(Answer answer)
    {
        if (answer.Causes.IsEmpty)
            return;

        _text.Blank();
        _text.Paragraph(answer.Causes.Length == 1 ? "The cause that explains it" : $"The {answer.Causes.Length} causes that explain it, what fails first and what is common first");
        foreach (var cause in answer.Causes)
        {
            _text.Blank();
            _text.Labelled(cause.Page.Id, $"{cause.Page.Title}  ({Words(cause.Page.Stage)}, {Words(cause.Page.Commonness)})", 2, 10);
            _text.Labelled("", $"Tell it: {Plain(cause.Detected)}", 2, 10);
            foreach (var (from, need) in cause.Evidence)
            {
                _text.Labelled("", $"Collect: {need.Text}, from the {Words(from)}", 2, 10);
                if (need.Command is { } command)
                    _text.Verbatim(command, 14);
            }

            foreach (var fix in cause.Page.Fixes)
            {
                _text.Labelled("", $"Fix, {(fix.Where is HostRole.Unknown ? "" : $"on the {Words(fix.Where)}")}: {Plain(fix.Text)}".Replace(", :", ":", StringComparison.Ordinal), 2, 10);
                foreach (var command in fix.Commands)
                    _text.Verbatim(command, 14);
            }
        }

        _text.Blank();
        _text.Paragraph($"More: aovpn explain {answer.Causes[0].Page.Id}");
    }

    private void Cause(CauseExplained cause)
    {
        var page = cause.Page;
        _text.Paragraph(page.Title);
        _text.Blank();
        _text.Labelled("Stage", $"{Words(page.Stage)}, at the {Words(page.Where)}", 2, 11);
        _text.Labelled("Common", $"{Words(page.Commonness)} ({page.CommonnessSource})", 2, 11);
        if (page.Explains.Length > 0)
            _text.Labelled("Explains", string.Join(", ", page.Explains), 2, 11);
        if (page.Causes.Length > 0)
            _text.Labelled("Cause", string.Join(", ", page.Causes), 2, 11);
        if (page.ManualBecause is { } because)
            _text.Labelled("Decided", $"by a person: {because}", 2, 11);
        _text.Labelled("Source", page.Verified ? page.Source : $"{page.Source} (not verified)", 2, 11);
        foreach (var (from, need) in cause.Evidence)
        {
            _text.Labelled("Collect", $"{need.Text}, from the {Words(from)}", 2, 11);
            if (need.Command is { } command)
                _text.Verbatim(command, 15);
        }

        foreach (var section in page.Sections.Where(section => section.Heading is not "Examples"))
        {
            _text.Blank();
            _text.Paragraph(section.Heading);
            _text.Markdown(section.Text, 2);
        }
    }

    /// <summary>A pasted message may be long: its beginning is enough to know it by.</summary>
    private static string Quoted(string asked)
    {
        const int Enough = 60;
        var line = asked.Trim().ReplaceLineEndings(" ");
        return line.Length <= Enough ? $"\"{line}\"" : $"\"{line.AsSpan(0, Enough)}...\"";
    }

    private static string Words<T>(T value)
        where T : struct, Enum => value switch
    {
        HostRole.Unknown => "host concerned",
        HostRole role => RoleWords.Of(role),
        _ => KebabCase.Of(value.ToString()).Replace('-', ' '),
    };

    private static string Plain(string markdown) => markdown.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
}
