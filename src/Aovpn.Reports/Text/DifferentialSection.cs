using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>For each symptom: the causes that were found, ruled out, and left open, with why.</summary>
internal sealed class DifferentialSection(TextPage page, ReportOptions options)
{
    private const int UndecidedShown = 8;
    private const int RuledOutShown = 4;
    private const int VerdictColumns = 11;
    private const int PlaceColumn = 58;
    private const int TitleColumns = 48;

    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        // Symptoms with the same causes (an event and the code it carries) are told together.
        foreach (var group in diagnosis.Symptoms.GroupBy(symptom => string.Join(' ', About(diagnosis, symptom).Select(finding => finding.Page.Id)), StringComparer.Ordinal))
        {
            foreach (var symptom in group)
                Heading(symptom);
            Causes([.. About(diagnosis, group.First())]);
            page.Blank();
        }

        ImmutableArray<Finding> suspected = [.. diagnosis.Findings.Where(finding => finding.Explains.IsEmpty && finding.Verdict is VerdictKind.Undecided)];
        if (!suspected.IsEmpty)
        {
            page.Line(page.Styled("what the report points to", TextStyle.Title));
            Causes(suspected);
            page.Blank();
        }

        if (options.All)
            Unasked([.. diagnosis.Findings.Where(finding => finding.Explains.IsEmpty && finding.Verdict is not (VerdictKind.Found or VerdictKind.Undecided))]);
    }

    private static IEnumerable<Finding> About(Diagnosis.Model.Diagnosis diagnosis, Symptom symptom) =>
        diagnosis.Findings.Where(finding => finding.Explains.Contains(symptom));

    private void Heading(Symptom symptom)
    {
        var name = symptom.Code?.ToString() ?? SymptomPhrases.Of(symptom.Id);
        var meaning = symptom.Code is { } code && Symbols.Sentence(code) is { } sentence ? $"  {sentence}" : "";
        var place = symptom.Evidence.IsEmpty ? "" : PlaceText.Of(symptom.Evidence[0], options.Messages);
        if (symptom.Evidence.Length > 1)
            place += $" and {symptom.Evidence.Length - 1} more";

        var used = DisplayWidth.Of(name + meaning);
        var gap = Math.Max(2, PlaceColumn - used);
        if (used + gap + DisplayWidth.Of(place) <= page.Width)
        {
            page.Line($"{page.Styled(name, TextStyle.Title)}{meaning}{new string(' ', gap)}{page.Styled(place, TextStyle.Faint)}");
            return;
        }

        page.Hanging(meaning.Length > 0 ? $"{name}  " : "", meaning.Length > 0 ? meaning.TrimStart() : name, TextStyle.Title);
        page.Wrapped(4, place);
    }

    private void Causes(ImmutableArray<Finding> findings)
    {
        if (findings.IsEmpty)
        {
            page.Line("  no cause that aovpn knows explains it");
            return;
        }

        Rows("found", TextStyle.Bad, findings, VerdictKind.Found, int.MaxValue);
        Rows("failed", TextStyle.Bad, findings, VerdictKind.Error, int.MaxValue);
        Rows("ruled out", TextStyle.Good, findings, VerdictKind.RuledOut, options.All ? int.MaxValue : RuledOutShown);
        Rows("undecided", TextStyle.Doubt, findings, VerdictKind.Undecided, options.All ? int.MaxValue : UndecidedShown);
    }

    private void Unasked(ImmutableArray<Finding> findings)
    {
        if (findings.IsEmpty)
            return;
        page.Line("Beside these", TextStyle.Title);
        Causes(findings);
        page.Blank();
    }

    private void Rows(string word, TextStyle style, ImmutableArray<Finding> findings, VerdictKind kind, int most)
    {
        ImmutableArray<Finding> of = [.. findings.Where(finding => finding.Verdict == kind)];
        foreach (var finding in of.Take(most))
        {
            var label = $"  {word.PadRight(VerdictColumns)}  {finding.Page.Id}  ";
            var why = kind is VerdictKind.RuledOut or VerdictKind.Undecided ? FindingWords.Why(finding, options.Messages) : "";
            var title = finding.Page.Title.PadRight(TitleColumns);
            if (DisplayWidth.Of(label) + DisplayWidth.Of(title) + 2 + DisplayWidth.Of(why) <= page.Width)
            {
                page.Hanging(label, why.Length > 0 ? $"{title}  {why}" : finding.Page.Title, style);
                continue;
            }

            page.Hanging(label, finding.Page.Title, style);
            if (why.Length > 0)
                page.Hanging(new string(' ', VerdictColumns + 12), why);
        }

        if (of.Length > most)
            page.Line($"  {new string(' ', VerdictColumns)}  and {of.Length - most} more {word}: --all", TextStyle.Faint);
    }
}
