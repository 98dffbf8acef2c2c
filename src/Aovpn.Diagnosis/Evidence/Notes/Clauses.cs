using System.Collections.Frozen;
using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Cuts a statement into clauses: outcome and conditions of each part between commas and conjunctions.</summary>
internal static class Clauses
{
    private const int QuantifierReach = 3;
    private const int SubjectReach = 4;

    private static readonly FrozenDictionary<string, ContrastDimension> Dimensions =
        Enum.GetValues<ContrastDimension>().ToFrozenDictionary(dimension => Model.KebabCase.Of(dimension.ToString()));

    public static ImmutableArray<Clause> Of(Statement statement, int number)
    {
        var words = statement.Sentence.Words.Length;
        var outcomes = statement.Of(ConceptKind.Outcome).Where(statement.IsStated).ToArray();
        var conditions = Conditions(statement);
        if (outcomes.Length == 0 && conditions.IsEmpty && statement.Codes.IsEmpty)
            return [];
        var clauses = ImmutableArray.CreateBuilder<Clause>();

        for (var start = 0; start < words;)
        {
            var end = start + 1;
            while (end < words && statement.SegmentOf(end) == statement.SegmentOf(start))
                end++;
            foreach (var (from, to) in Split(outcomes, statement, start, end))
                Add(from, to);
            start = end;
        }

        return Join(clauses.ToImmutable());

        void Add(int from, int to)
        {
            var inside = outcomes.Where(outcome => outcome.First >= from && outcome.First < to).ToArray();
            var codes = statement.Codes.Where(code => code.First >= from && code.First < to).ToArray();
            ImmutableArray<Condition> here = [.. conditions.Where(condition => condition.First >= from && condition.First < to)];
            if (inside.Length == 0 && codes.Length == 0 && here.IsEmpty)
                return;

            bool? works = codes.Length > 0 ? false : inside.Length == 0 ? null : Works(statement, inside[^1]);
            var ours = inside.Length == 0 || inside.Any(outcome => !OtherSubjects(statement, outcome).Any());
            var places = inside.Select(outcome => (outcome.First, outcome.End)).Concat(codes.Select(code => (code.First, code.End)))
                .Concat(here.Select(condition => (condition.First, condition.End))).ToArray();
            clauses.Add(new(statement, number, works, ours, here, places.Min(place => place.First), places.Max(place => place.End)));
        }
    }

    public static bool TryDimension(string name, out ContrastDimension dimension) => Dimensions.TryGetValue(name, out dimension);

    /// <summary>The outcome says that it works, or denies that it fails.</summary>
    public static bool Works(Statement statement, Mention outcome) => outcome.Concept.Value == "works" ^ statement.IsNegated(outcome);

    /// <summary>A part that says both is cut before the second outcome.</summary>
    private static IEnumerable<(int From, int To)> Split(Mention[] outcomes, Statement statement, int start, int end)
    {
        Mention? last = null;
        foreach (var outcome in outcomes.Where(outcome => outcome.First >= start && outcome.First < end))
        {
            if (last is not null && outcome.First >= last.End && Works(statement, last) != Works(statement, outcome))
            {
                yield return (start, last.End);
                start = last.End;
            }

            last = outcome;
        }

        yield return (start, end);
    }

    /// <summary>"The internet works": names of other things to which the outcome belongs.</summary>
    public static IEnumerable<Mention> OtherSubjects(Statement statement, Mention outcome) =>
        statement.Words("other-subject").Where(subject => subject.End <= outcome.First && outcome.First - subject.End < SubjectReach
            && statement.SegmentOf(subject.First) == statement.SegmentOf(outcome.First));

    private static ImmutableArray<Condition> Conditions(Statement statement)
    {
        var found = ImmutableArray.CreateBuilder<Condition>();
        foreach (var mention in statement.Mentions)
        {
            if (!Dimensions.TryGetValue(mention.Concept.Value, out var dimension) || !statement.IsStated(mention))
                continue;
            if (mention.Concept.Kind is ConceptKind.Noun)
            {
                if (Quantified(statement, mention, dimension) is { } quantified)
                    found.Add(quantified);
                continue;
            }

            ConditionReach? reach = mention.Concept.Kind switch
            {
                ConceptKind.When => ConditionReach.Value,
                ConceptKind.Other => ConditionReach.Other,
                ConceptKind.All => ConditionReach.All,
                ConceptKind.Some => ConditionReach.Some,
                _ => null,
            };
            if (reach is null || Before(statement, mention, "same") is not null)
                continue;

            var only = Before(statement, mention, "only");
            reach = only is not null ? (statement.IsNegated(only) ? ConditionReach.All : ConditionReach.Only)
                : !statement.IsNegated(mention) ? reach
                : reach is ConditionReach.All ? ConditionReach.Some : ConditionReach.Not;
            found.Add(new(dimension, reach.Value, only?.First ?? mention.First, mention.End));
        }

        return found.ToImmutable();
    }

    /// <summary>"all users", "only this laptop", "another network"; a bare "laptop" compares nothing.</summary>
    private static Condition? Quantified(Statement statement, Mention noun, ContrastDimension dimension)
    {
        if (Before(statement, noun, "only") is { } only)
            return new(dimension, statement.IsNegated(only) ? ConditionReach.All : ConditionReach.Only, only.First, noun.End);
        if (Before(statement, noun, "other") is { } other)
        {
            return Before(statement, noun, "all") is { } allOthers
                ? new(dimension, ConditionReach.Other, allOthers.First, noun.End)
                : new(dimension, ConditionReach.Other, other.First, noun.End);
        }

        if (Before(statement, noun, "all") is { } all)
        {
            var not = Before(statement, all, "negator");
            return new(dimension, not is null ? ConditionReach.All : ConditionReach.Some, not?.First ?? all.First, noun.End);
        }

        return Before(statement, noun, "some") is { } some ? new(dimension, ConditionReach.Some, some.First, noun.End) : null;
    }

    private static Mention? Before(Statement statement, Mention mention, string word) =>
        statement.Words(word).LastOrDefault(one => one.End <= mention.First && mention.First - one.End < QuantifierReach
            && statement.SegmentOf(one.First) == statement.SegmentOf(mention.First)
            && !statement.Mentions.Any(between => between.Concept.Kind is ConceptKind.Noun or ConceptKind.When or ConceptKind.Outcome
                && between.First >= one.End && between.End <= mention.First));

    /// <summary>A condition on its own belongs to the next part that has an outcome and no condition ("On the LAN, it works"), else stays.</summary>
    private static ImmutableArray<Clause> Join(ImmutableArray<Clause> clauses)
    {
        var joined = ImmutableArray.CreateBuilder<Clause>();
        foreach (var clause in clauses)
        {
            if (joined.Count > 0 && joined[^1] is { Works: null } before && clause is { Works: not null, Conditions.IsEmpty: true }
                && before.Conditions.All(condition => condition.Reach is not ConditionReach.Not))
            {
                joined[^1] = clause with { Conditions = before.Conditions, First = before.First };
                continue;
            }

            joined.Add(clause);
        }

        return joined.ToImmutable();
    }
}
