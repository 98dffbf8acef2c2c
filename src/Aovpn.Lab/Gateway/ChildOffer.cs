using System.Buffers.Binary;
using System.Collections.Immutable;
using Aovpn.Codecs.Ike;

namespace Aovpn.Lab.Gateway;

/// <summary>What a client wants of its first CHILD_SA, against what the gateway gives.</summary>
internal static class ChildOffer
{
    /// <returns>The client's first ESP proposal that one of the gateway's suites fits; null where none does.</returns>
    public static (Proposal Proposal, IkeSuite Suite)? Choose(GatewaySettings settings, ImmutableArray<IkePayload> request)
    {
        foreach (var proposal in request.OfType<SecurityAssociationPayload>().FirstOrDefault()?.Proposals ?? [])
        {
            if (proposal.Protocol == IkeProtocol.Esp && proposal.Spi.Length == 4 && settings.EspSuites.FirstOrDefault(suite => InitResponse.Offers(proposal, Transforms(suite))) is { } suite)
                return (proposal, suite);
        }

        return null;
    }

    /// <summary>The proposal as the gateway answers it.</summary>
    /// <param name="spi">The gateway's.</param>
    public static Proposal Taken(Proposal proposal, IkeSuite suite, uint spi)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, spi);
        return proposal with { Spi = [.. bytes], Transforms = [.. Transforms(suite)] };
    }

    /// <returns>Those selectors of the gateway whose family the client asks for; RFC 7296 §2.9 leaves the choice to the responder.</returns>
    public static ImmutableArray<TrafficSelector> Narrow(ImmutableArray<IkePayload> request, ImmutableArray<TrafficSelector> reachable)
    {
        var wanted = request.OfType<TrafficSelectorPayload>().FirstOrDefault(payload => !payload.OfInitiator)?.Selectors ?? [];
        var addressed = request.OfType<TrafficSelectorPayload>().FirstOrDefault(payload => payload.OfInitiator)?.Selectors ?? [];
        return [.. reachable.Where(own => own.Type == TrafficSelectorType.Ipv4AddressRange && wanted.Any(one => one.Type == own.Type) && addressed.Any(one => one.Type == own.Type))];
    }

    private static IEnumerable<Transform> Transforms(IkeSuite suite)
    {
        yield return new(suite.Encryption, suite.KeyLength);
        if (suite.Integrity != IntegrityAlgorithm.None)
            yield return new(suite.Integrity);
        yield return Transform.NoExtendedSequenceNumbers;
    }
}
