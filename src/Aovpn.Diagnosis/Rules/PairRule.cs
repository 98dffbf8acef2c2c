using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules;

/// <summary>
/// A rule over two kinds of observation that must fit each other: profile against gateway, store against filter, chain
/// against roots. It judges only where both sides were seen.
/// </summary>
public abstract class PairRule<TLeft, TRight>(HostRole leftAbout, string leftNeed, HostRole rightAbout, string rightNeed) : IRule
    where TLeft : Observation
    where TRight : Observation
{
    public virtual ImmutableArray<Need> Needs => [new(leftNeed, leftAbout), new(rightNeed, rightAbout)];

    public virtual IEnumerable<Verdict> Judge(CaseFile file)
    {
        ImmutableArray<TRight> right = [.. Of<TRight>(file, rightAbout)];
        if (right.IsEmpty)
            yield break;

        foreach (var left in Of<TLeft>(file, leftAbout))
        {
            if (Judge(left, right, file) is { } verdict)
                yield return verdict with { About = verdict.About ?? left.About, At = verdict.At ?? left.At };
        }
    }

    /// <param name="right">Every observation of the other side, in the order of the evidence; never empty.</param>
    /// <returns>Null when the pair is not this rule's business.</returns>
    protected abstract Verdict? Judge(TLeft left, ImmutableArray<TRight> right, CaseFile file);

    private static IEnumerable<T> Of<T>(CaseFile file, HostRole about)
        where T : Observation => about is HostRole.Unknown ? file.All<T>() : file.All<T>(about);
}
