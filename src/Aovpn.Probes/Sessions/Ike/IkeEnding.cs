using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>How a session came to its end. What was seen, not why. A closed set.</summary>
public abstract record IkeEnding
{
    private IkeEnding()
    {
    }

    /// <summary>It went as far as it was told to, and what it had begun is deleted.</summary>
    public sealed record Done : IkeEnding;

    /// <summary>A request stayed without an answer.</summary>
    /// <param name="Size">Bytes of the request's largest datagram.</param>
    public sealed record NoAnswer(ExchangeType Exchange, uint MessageId, IkePort Port, int Size) : IkeEnding;

    /// <summary>The responder answered with an error.</summary>
    public sealed record Refused(ExchangeType Exchange, uint MessageId, NotifyMessageType Error) : IkeEnding;

    /// <summary>EAP came to no good end.</summary>
    public sealed record EapFailed(EapFailureReason Reason) : IkeEnding;

    /// <summary>The settings do not let it go on with this gateway: its certificate, or an AUTH that does not verify.</summary>
    public sealed record GatewayNotTrusted(string Problem) : IkeEnding;

    /// <summary>Authenticated, but no CHILD_SA came of it.</summary>
    public sealed record NoChild(NotifyMessageType Error) : IkeEnding;

    /// <summary>The responder sends its clients elsewhere, RFC 5685; nobody follows unasked.</summary>
    public sealed record Redirected(string Gateway) : IkeEnding;

    /// <summary>The responder broke the protocol.</summary>
    public sealed record Misbehaved(string Problem) : IkeEnding;

    /// <summary>The responder deleted the IKE SA.</summary>
    public sealed record DeletedByPeer : IkeEnding;

    /// <summary>The session's time ran out while the responder was still answering.</summary>
    public sealed record TimeOut : IkeEnding;
}
