namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// "My tablet, on the same network, connects": another device reaches the VPN server over the very path of the one that fails. That compares
/// devices, neither networks nor systems, and it says that the path is free.
/// </summary>
internal static class SharedPath
{
    /// <summary>Key of the topic that such a sentence mentions.</summary>
    public const string Topic = "same-network-works";

    private const int SameReach = 3;

    /// <returns>First word and end of what says so; null where the sentence does not.</returns>
    public static (int First, int End)? In(Statement statement)
    {
        if (statement.IsAsked || Shared(statement) is not var (first, end) || !NamesDevice(statement) || Nearest(statement, first) is not { } outcome)
            return null;
        return Clauses.Works(statement, outcome) && Clauses.OtherSubjects(statement, outcome).All(subject => subject.First >= first && subject.End <= end)
            ? (Math.Min(first, outcome.First), Math.Max(end, outcome.End))
            : null;
    }

    private static bool NamesDevice(Statement statement) =>
        statement.Has("gadget") || statement.Mentions.Any(mention => mention.Concept is { Kind: ConceptKind.Noun or ConceptKind.Other, Value: "device" or "user" }
            && !statement.Words("all").Any(all => all.End == mention.First));

    private static (int First, int End)? Shared(Statement statement)
    {
        foreach (var same in statement.Words("same").Where(statement.IsStated))
        {
            var network = statement.Mentions.LastOrDefault(mention => mention.Concept is { Kind: ConceptKind.Noun or ConceptKind.When, Value: "network" }
                && mention.First >= same.First && mention.First - same.End < SameReach);
            if (network is not null)
                return (same.First, network.End);
        }

        return null;
    }

    /// <summary>The outcome that stands nearest: "the phone connects over the same Wi-Fi, the laptop does not connect".</summary>
    private static Mention? Nearest(Statement statement, int word) =>
        statement.Of(ConceptKind.Outcome).Where(statement.IsStated).MinBy(outcome => Math.Abs(outcome.First - word));
}
