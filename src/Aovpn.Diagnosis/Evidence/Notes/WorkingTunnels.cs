using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// "SSTP works, IKEv2 does not": a type of tunnel that connects under all conditions that are named. What would stop just that type is not the cause, and
/// that it was mentioned does not point to it.
/// </summary>
internal static class WorkingTunnels
{
    private static readonly string[] Types = ["sstp", "ikev2", "l2tp"];

    /// <summary>Keys of the topics that such sentences mention.</summary>
    public static IEnumerable<string> Topics => Types.Select(Topic);

    public static string Topic(string type) => $"{type}-works";

    /// <returns>Mentions of a type that the sentence says to work, and of which it says nothing else.</returns>
    public static Mention[] In(Statement statement)
    {
        var named = statement.Of(ConceptKind.Topic).Where(topic => Types.Contains(topic.Concept.Value)).ToArray();
        if (named.Length == 0 || statement.IsAsked)
            return [];

        var clauses = Clauses.Of(statement, 0);
        return [.. named.Where(topic => statement.IsStated(topic) && clauses.Any(clause => Works(clause, topic)) && !clauses.Any(clause => clause.Works is not true && Covers(clause, topic.Concept.Value)))];
    }

    private static bool Works(Clause clause, Mention type) => clause is { Works: true, OfConnection: true } && type.First >= clause.First && type.End <= clause.End
        && clause.Conditions.All(condition => condition is { Dimension: ContrastDimension.TunnelType, Reach: ConditionReach.Value or ConditionReach.Only });

    private static bool Covers(Clause clause, string type) =>
        clause.Statement.Of(ConceptKind.Topic).Any(topic => topic.Concept.Value == type && topic.First >= clause.First && topic.End <= clause.End);
}
