using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Comparisons: outcome times condition. Works under one condition and fails under another of the same dimension: it differs. So do
/// "only", "some", and that it works for another. "All", or failing for another too: it does not.
/// </summary>
internal static class Contrasts
{
    /// <summary>Dimensions in which something inside may be compared, not only whether the tunnel comes up.</summary>
    private static readonly ImmutableHashSet<ContrastDimension> Inside =
        [ContrastDimension.NameOrAddress, ContrastDimension.Subnet, ContrastDimension.AddressFamily, ContrastDimension.Attempt, ContrastDimension.Duration];

    public static IEnumerable<(ContrastDimension Dimension, bool Differs, int First, int Last)> In(ImmutableArray<Statement> paragraph)
    {
        var found = new List<(ContrastDimension Dimension, bool Differs, int First, int Last)>();
        ImmutableArray<Clause> clauses = [.. paragraph.SelectMany(Compared)];
        var paired = new HashSet<Clause>(ReferenceEqualityComparer.Instance);
        for (var at = 1; at < clauses.Length; at++)
        {
            if (Pair(clauses[at - 1], clauses[at], found))
                paired.UnionWith([clauses[at - 1], clauses[at]]);
        }

        foreach (var clause in clauses)
            Single(clause, clauses, paired.Contains(clause), found);
        foreach (var statement in paragraph)
        {
            Direct(statement, found);
            if (SharedPath.In(statement) is var (first, end))
                found.Add((ContrastDimension.Device, true, statement.FirstLine(first), statement.FirstLine(end - 1)));
        }

        return found.Where(one => (one.Differs || !found.Any(other => other.Differs && other.Dimension == one.Dimension))
            && !found.Any(other => other.Dimension == one.Dimension && other.Differs == one.Differs && IsWithin(other, one))).Distinct();
    }

    /// <summary>Where another device shares the path, the phone in the sentence is a device and no other network.</summary>
    private static IEnumerable<Clause> Compared(Statement statement, int number)
    {
        var clauses = Clauses.Of(statement, number);
        return SharedPath.In(statement) is null
            ? clauses
            : clauses.Select(clause => clause with { Conditions = clause.Conditions.RemoveAll(one => one.Dimension is ContrastDimension.Network or ContrastDimension.OperatingSystem) });
    }

    private static bool IsWithin((ContrastDimension, bool, int First, int Last) inner, (ContrastDimension, bool, int First, int Last) outer) =>
        inner.First >= outer.First && inner.Last <= outer.Last && inner.Last - inner.First < outer.Last - outer.First;

    /// <summary>Two neighbouring clauses with opposite outcomes, or a second that is only "but not at home".</summary>
    private static bool Pair(Clause one, Clause two, List<(ContrastDimension, bool, int, int)> found)
    {
        if (two.Sentence - one.Sentence > 1 || one.Works is null)
            return false;

        var isElliptic = two.Works is null && two.Conditions.Any(condition => condition.Reach is ConditionReach.Not);
        if (!isElliptic && (two.Works is null || two.Works == one.Works))
            return false;

        var before = found.Count;
        foreach (var dimension in Compared(one, two))
        {
            if (Inside.Contains(dimension) || (one.OfConnection && two.OfConnection))
                found.Add((dimension, true, one.Statement.FirstLine(one.First), two.Statement.FirstLine(two.End - 1)));
        }

        return found.Count > before;
    }

    private static ContrastDimension[] Compared(Clause one, Clause two)
    {
        var first = Values(one);
        var second = Values(two);
        if (first.Length == 0)
            return second;
        if (second.Length == 0)
            return first;
        var both = first.Intersect(second).ToArray();
        if (both.Length > 0)
            return both;
        var either = first.Union(second).ToArray();
        return either.Contains(ContrastDimension.Lan) ? [.. either.Where(dimension => dimension is not ContrastDimension.Network)] : either;
    }

    private static ContrastDimension[] Values(Clause clause) =>
        [.. clause.Conditions.Where(condition => condition.Reach is not ConditionReach.All).Select(condition => condition.Dimension).Distinct()];

    private static void Single(Clause clause, ImmutableArray<Clause> all, bool isPaired, List<(ContrastDimension Dimension, bool Differs, int, int)> found)
    {
        var spoken = all.Any(other => other.Works is not null && Math.Abs(other.Sentence - clause.Sentence) <= 1);
        var works = clause.Works ?? Outcome(clause, all);
        foreach (var condition in clause.Conditions)
        {
            bool? differs = (condition.Reach, works) switch
            {
                (ConditionReach.Only or ConditionReach.Some, _) when spoken => true,
                (ConditionReach.Only, null) when condition.First == 0 => true,
                (ConditionReach.Other, true) => true,
                (ConditionReach.Value, true) when !isPaired && !clause.Statement.Has("too") => true,
                (ConditionReach.Value, false) when condition.Dimension is ContrastDimension.Duration or ContrastDimension.Sleep or ContrastDimension.Load => true,
                (ConditionReach.All, false) => false,
                (ConditionReach.Other, false) when clause.Statement.Has("too") || FailedBefore(clause, all) => false,
                _ => null,
            };
            if (differs is null || (!clause.OfConnection && !Inside.Contains(condition.Dimension)))
                continue;
            if (differs is false && found.Any(one => one.Dimension == condition.Dimension && one.Differs))
                continue;
            found.Add((condition.Dimension, differs.Value, clause.Statement.FirstLine(clause.First), clause.Statement.FirstLine(clause.End - 1)));
        }
    }

    /// <summary>That a colleague has it compares nothing, unless somebody had it before.</summary>
    private static bool FailedBefore(Clause clause, ImmutableArray<Clause> all) => all.TakeWhile(other => !ReferenceEquals(other, clause)).Any(other => other.Works is false);

    /// <summary>A part without an outcome ("809, all users") goes with its sentence when that has one outcome.</summary>
    private static bool? Outcome(Clause clause, ImmutableArray<Clause> all)
    {
        var outcomes = all.Where(other => other.Sentence == clause.Sentence && other.Works is not null).Select(other => other.Works).Distinct().ToArray();
        return outcomes.Length == 1 && outcomes[0] is false ? false : null;
    }

    private static void Direct(Statement statement, List<(ContrastDimension, bool, int, int)> found)
    {
        foreach (var mention in statement.Mentions)
        {
            if (mention.Concept.Kind is not (ConceptKind.Differs or ConceptKind.Same) || !statement.IsStated(mention) || statement.IsNegated(mention)
                || !Clauses.TryDimension(mention.Concept.Value, out var dimension))
            {
                continue;
            }

            found.Add((dimension, mention.Concept.Kind is ConceptKind.Differs, statement.FirstLine(mention.First), statement.FirstLine(mention.End - 1)));
        }
    }
}
