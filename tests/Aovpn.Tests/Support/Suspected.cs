using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Support;

/// <summary>What the product suspects when a note is all that it gets.</summary>
public static class Suspected
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Causes that are found or undecided, the likeliest first.</summary>
    public static Finding[] After(string note) =>
        [.. new Engine(RuleBook.Default).Diagnose(Read.Text(note).Observations, [], DiagnosisRequest.At(Noon)).Findings
            .Where(finding => finding.Verdict is VerdictKind.Found or VerdictKind.Undecided)];
}
