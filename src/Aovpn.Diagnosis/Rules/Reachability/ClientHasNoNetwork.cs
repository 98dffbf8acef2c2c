using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The client itself has no way out: no interface has a default gateway.</summary>
public sealed class ClientHasNoNetwork() : Rule<InterfacesListed>(HostRole.Client, "interfaces")
{
    protected override Verdict? Judge(InterfacesListed seen, CaseFile file)
    {
        var cards = seen.Interfaces.Where(card => !card.IsTunnel && !card.Addresses.IsEmpty).ToArray();
        if (cards.FirstOrDefault(card => !card.Gateways.IsEmpty) is { } ready)
            return Verdict.RuledOut($"{Hole.Host(ready.Name)} of the client has a default gateway", ready.Cite(nameof(Interface.Gateways)));

        if (Answer(seen, file) is { } answer)
            return Verdict.RuledOut($"{Hole.Host(answer.Target)} answers the client, whatever its interfaces say", answer.Cite(nameof(Reached.Answered)));

        if (cards.Length == 0 && !seen.Interfaces.IsEmpty && seen.Interfaces.All(card => card is { IsTunnel: false, Addresses.IsEmpty: true }) && !seen.IsReported)
            return Verdict.Found($"no interface of the client is up and has an address", seen.Interfaces[0].Cite(nameof(Interface.Addresses)));

        return cards.Length > 0 && seen.Interfaces.All(card => !card.IsTunnel)
            ? Verdict.Found($"no interface of the client has a default gateway", [.. cards.Select(card => card.Cite(nameof(Interface.Addresses)))])
            : null;
    }

    /// <summary>
    /// Something outside that answers in the same record: whoever gets answers has a network. A card that has just come up may still be listed as down;
    /// Linux tells of it up to a second later.
    /// </summary>
    private static Reached? Answer(InterfacesListed seen, CaseFile file) =>
        file.All<Reached>().FirstOrDefault(one => one is { Inside: false, Answered: true, IsReported: false } && one.Source.Artifact == seen.Source.Artifact);
}
