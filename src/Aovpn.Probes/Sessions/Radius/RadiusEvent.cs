using System.Collections.Immutable;
using Aovpn.Codecs.Radius;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Sessions.Radius;

/// <summary>Something learned from a RADIUS server. A closed set; nothing in it is secret.</summary>
public abstract record RadiusEvent
{
    private RadiusEvent()
    {
    }

    /// <summary>A reply that fits the request outstanding, and what it proves.</summary>
    /// <param name="Length">Bytes of the packet.</param>
    public sealed record Replied(RadiusCode Code, int Length, RadiusVerification Verification) : RadiusEvent;

    /// <summary>Text for a person in the reply.</summary>
    public sealed record Said(string Text) : RadiusEvent;

    /// <summary>MS-CHAP-Error in the reply: a Windows (RAS) error.</summary>
    public sealed record MsChapError(int Error) : RadiusEvent;

    /// <summary>EAP inside of it.</summary>
    public sealed record Eap(ImmutableArray<EapEvent> Events) : RadiusEvent;

    /// <summary>The keys that the server hands the VPN server, against those that the peer has; false where none came.</summary>
    public sealed record Keys(bool Received, bool Equal) : RadiusEvent;

    /// <summary>A datagram that was no answer to the request outstanding.</summary>
    /// <param name="Problem">Why, for a person.</param>
    public sealed record Ignored(string Problem) : RadiusEvent;
}
