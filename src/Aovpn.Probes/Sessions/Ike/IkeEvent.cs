using System.Collections.Immutable;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>Something that happened in a session, for the transcript and for whoever waits. A closed set.</summary>
public abstract record IkeEvent
{
    private IkeEvent()
    {
    }

    /// <summary>A datagram to send now.</summary>
    /// <param name="Transmission">1 for the first time.</param>
    public sealed record Send(IkeDatagram Datagram, int Transmission) : IkeEvent;

    /// <summary>What was inside an encrypted message, in either direction.</summary>
    public sealed record Opened(IkeHeader Header, bool IsSent, ImmutableArray<IkePayload> Payloads) : IkeEvent;

    /// <summary>A datagram that is none of this session's, or cannot be what it says; nothing came of it.</summary>
    public sealed record Discarded(string Problem) : IkeEvent;

    /// <summary>What an answer lacks or has too much of; the session went on.</summary>
    public sealed record Irregular(string Problem) : IkeEvent;

    /// <summary>The responder chose algorithms for the IKE SA.</summary>
    public sealed record SuiteChosen(IkeSuite Suite) : IkeEvent;

    /// <summary>Both NAT detection payloads were compared.</summary>
    /// <param name="Here">Between this machine and the gateway its address changes. Always so when the session forces it.</param>
    /// <param name="There">The gateway is behind a NAT, or says so to have ESP in UDP.</param>
    public sealed record NatDetected(bool Here, bool There) : IkeEvent;

    /// <summary>The keys of the IKE SA. Secret: for a transcript only if the user asks.</summary>
    public sealed record Keyed(ulong InitiatorSpi, ulong ResponderSpi, KeyMaterial Keys) : IkeEvent;

    /// <summary>AUTH of the gateway was checked.</summary>
    /// <param name="Verifies">Null if its method or key is none that this program has.</param>
    public sealed record GatewayProved(AuthenticationMethod Method, bool? Verifies) : IkeEvent;

    /// <summary>EAP went on.</summary>
    public sealed record Eap(EapEvent Event) : IkeEvent;

    /// <summary>The tunnel stands.</summary>
    public sealed record ChildEstablished(ChildSa Child) : IkeEvent;

    /// <summary>Nothing will come any more.</summary>
    public sealed record Ended(IkeEnding Ending) : IkeEvent;
}
