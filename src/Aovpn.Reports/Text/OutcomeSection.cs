using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>Where no cause was found: what was looked at, so that health is a statement too.</summary>
internal sealed class OutcomeSection(TextPage page)
{
    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        if (Sentence(diagnosis) is not { } sentence)
            return;
        page.Wrapped(0, sentence);
        page.Blank();
    }

    /// <param name="ruledOutAt">Where the report lists what was ruled out.</param>
    /// <returns>Null where a cause was found.</returns>
    public static string? Sentence(Diagnosis.Model.Diagnosis diagnosis, string ruledOutAt = "--all lists them")
    {
        if (diagnosis.Findings.Any(finding => finding.Verdict is VerdictKind.Found))
            return null;

        var read = diagnosis.Artifacts.Where(artifact => artifact.IsRecognised).ToArray();
        if (read.Length == 0)
        {
            return "Nothing was read that says how a connection went. Name event logs (.evtx), NPS logs, ProfileXML, certutil listings, captures or a note that says what the user sees.";
        }

        if (diagnosis.Unexplained.Any())
        {
            var many = diagnosis.Unexplained.Count();
            return $"No cause is proved yet: {(many == 1 ? "one symptom stays" : string.Create(CultureInfo.InvariantCulture, $"{many} symptoms stay"))} unexplained.{(diagnosis.Next.IsEmpty ? "" : " The evidence under Next decides.")}";
        }

        if (diagnosis.Findings.Any(finding => finding.Verdict is VerdictKind.Undecided))
        {
            return $"No cause is proved yet.{(diagnosis.Next.IsEmpty ? "" : " The evidence under Next decides.")}";
        }

        var kinds = string.Join(", ", read.SelectMany(artifact => artifact.Kinds).GroupBy(kind => kind, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Count() == 1 ? group.Key : string.Create(CultureInfo.InvariantCulture, $"{group.Key} ({group.Count()})")));
        var ruledOut = diagnosis.Findings.Count(finding => finding.Verdict is VerdictKind.RuledOut);
        var records = Counted.Of(read.Sum(artifact => artifact.Records), "record");
        return ruledOut == 0
            ? $"Nothing wrong was found, and no cause was ruled out either: what was read ({kinds}; {records}) tells of no failure."
            : $"Nothing wrong was found. Read: {kinds}; {records}. {Counted.Of(ruledOut, "cause")} {(ruledOut == 1 ? "was" : "were")} ruled out ({ruledOutAt}).";
    }
}
