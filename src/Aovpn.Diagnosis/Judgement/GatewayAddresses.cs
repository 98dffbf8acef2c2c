using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Of a name with several addresses: which of them answer, whether anybody fails by it or not.</summary>
internal static class GatewayAddresses
{
    /// <summary>One sentence for each name of which every address was asked.</summary>
    public static IEnumerable<Message> Notes(ImmutableArray<Observation> observations)
    {
        foreach (var name in observations.OfType<AddressAsked>().GroupBy(one => one.Name))
            yield return Message.Of($"{Hole.Host(name.Key)} has {name.Count()} addresses on UDP 500: {Listed(name.OrderBy(one => one.Address, StringComparer.Ordinal))}");
    }

    private static Message Listed(IEnumerable<AddressAsked> asked) => new([.. asked.SelectMany((one, i) => Message.Of($"{Hole.Plain(i == 0 ? "" : "; ")}{Hole.Address(one.Address)} {Hole.Plain(Answer(one))}").Parts)]);

    private static string Answer(AddressAsked one) => one switch
    {
        { Answered: null } => "was not asked, as this machine has no way to it",
        { Answered: false, Refused: true } => "refuses: nothing listens there",
        { Answered: false } => "does not answer",
        { Accepted: true, Group: { } group } => $"takes the client's proposals, group {group}",
        { Accepted: true } => "takes the client's proposals",
        { Accepted: false } => "answers NO_PROPOSAL_CHOSEN to the client's proposals",
        _ => "answers",
    };
}
