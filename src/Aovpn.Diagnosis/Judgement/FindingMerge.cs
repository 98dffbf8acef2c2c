using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Merges the verdicts on one cause over all hosts and attempts: the strongest speaks, the rest are counted.</summary>
internal static class FindingMerge
{
    private const int CitationsKept = 20;

    public static Finding Of(RulePage page, ImmutableArray<Verdict> verdicts, ImmutableArray<Symptom> explains)
    {
        var kind = Strongest(verdicts);
        ImmutableArray<Verdict> same = [.. verdicts.Where(verdict => verdict.Kind == kind)];
        var times = same.Select(verdict => verdict.At).OfType<When>().OrderBy(at => at.InstantOrWall).ToArray();

        return new(
            page, kind, same[0].Message, Host(page, same[0]), [.. same.SelectMany(verdict => verdict.Evidence).Distinct().Take(CitationsKept)], explains, same.Length,
            times.FirstOrDefault(), times.LastOrDefault(), [.. same.Select(verdict => verdict.Affected).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. same.SelectMany(verdict => verdict.Needs).Distinct()], [.. same.SelectMany(verdict => verdict.Fixes), .. page.Fixes]);
    }

    /// <summary>Found beats a rule's error, which beats undecided: a cause is ruled out only where every verdict rules it out.</summary>
    private static VerdictKind Strongest(ImmutableArray<Verdict> verdicts)
    {
        ReadOnlySpan<VerdictKind> order = [VerdictKind.Found, VerdictKind.Error, VerdictKind.Undecided, VerdictKind.RuledOut];
        foreach (var kind in order)
        {
            if (verdicts.Any(verdict => verdict.Kind == kind))
                return kind;
        }

        return VerdictKind.Undecided;
    }

    private static Host Host(RulePage page, Verdict verdict) => verdict.About ?? new(page.Where);
}
