using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Connected, and something inside does not work: what fails names the symptom. Said once that the tunnel is up, it holds for the whole text.
/// </summary>
internal static class InsideFailures
{
    /// <summary>The most telling first: names that do not resolve also reach no server.</summary>
    private static readonly ImmutableArray<(string Inside, SymptomId Symptom)> Kinds =
    [
        ("credentials", SymptomId.AsksForCredentials),
        ("ipv6", SymptomId.ConnectedNoIpv6),
        ("large", SymptomId.ConnectedLargeTransfersFail),
        ("names", SymptomId.ConnectedNoNames),
        ("subnet", SymptomId.ConnectedOneSubnet),
        ("access", SymptomId.ConnectedNoAccess),
    ];

    /// <summary>Somebody says that the tunnel is up, and not that it is not.</summary>
    public static bool IsConnected(Statement statement) =>
        statement.Words("connected").Any(connected => !statement.IsAsked && !statement.Sentence.Words[connected.First].Quoted && !statement.IsDenied(connected.First)
            && !statement.Mentions.Any(denial => denial.Concept is { Kind: ConceptKind.Word, Value: "negator" or "unable" }
                && denial.End <= connected.First && connected.First - denial.End < 3 && statement.SegmentOf(denial.First) == statement.SegmentOf(connected.First)));

    /// <returns>The symptom, and the first and last word that say it.</returns>
    public static IEnumerable<(SymptomId Symptom, int First, int End)> In(Statement statement)
    {
        if (statement.IsAsked || NamesFailureToConnect(statement))
            yield break;
        foreach (var segment in statement.Of(ConceptKind.Inside).Where(statement.IsStated).GroupBy(inside => statement.SegmentOf(inside.First)))
        {
            if (Failure(statement, segment.Key) is not { } failure)
                continue;
            foreach (var (name, symptom) in Kinds)
            {
                if (segment.FirstOrDefault(inside => inside.Concept.Value == name) is not { } inside)
                    continue;
                yield return (symptom, Math.Min(inside.First, failure.First), Math.Max(inside.End, failure.End));
                break;
            }
        }
    }

    /// <summary>What fails inside lies over the clause: "connected, but the intranet cannot be opened" is no failure to connect.</summary>
    /// <param name="isConnected">Somebody has said that the tunnel is up.</param>
    public static bool Says(Statement statement, Clause clause, bool isConnected) =>
        !NamesFailureToConnect(statement) && (statement.Of(ConceptKind.Symptom).Any(phrase => phrase.First < clause.End && phrase.End > clause.First
            && Remarks.SymptomIds.TryGetValue(phrase.Concept.Value, out var symptom) && IsInside(symptom))
            || (isConnected && In(statement).Any(failure => IsInside(failure.Symptom) && failure.First < clause.End && failure.End > clause.First)));

    /// <summary>A code of dialling: who does not get connected misses nothing inside.</summary>
    public static bool NamesFailureToConnect(Statement statement) =>
        statement.Codes.Any(code => code.Code.Family is CodeFamily.Windows && code.Code.Value is >= 600 and < 14_000);

    /// <summary>The symptom supposes that the tunnel is up.</summary>
    public static bool IsInside(SymptomId symptom) => Kinds.Any(kind => kind.Symptom == symptom && symptom is not SymptomId.AsksForCredentials);

    private static Mention? Failure(Statement statement, int segment) =>
        statement.Of(ConceptKind.Outcome).FirstOrDefault(outcome => statement.SegmentOf(outcome.First) == segment && statement.IsStated(outcome)
            && (outcome.Concept.Value == "works") == statement.IsNegated(outcome));
}
