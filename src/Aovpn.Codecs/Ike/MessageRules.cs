using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>Which payloads a message must have and may not repeat (RFC 7296 §1.2, §2.16, §3), so that a peer's fault is told before it matters.</summary>
public static class MessageRules
{
    /// <summary>What a message has once at most, whatever it is.</summary>
    private static readonly ImmutableArray<PayloadType> Single =
    [
        PayloadType.SecurityAssociation, PayloadType.KeyExchange, PayloadType.IdentificationInitiator, PayloadType.IdentificationResponder, PayloadType.Authentication,
        PayloadType.Nonce, PayloadType.TrafficSelectorsInitiator, PayloadType.TrafficSelectorsResponder, PayloadType.Configuration, PayloadType.Eap,
    ];

    /// <summary>What is wrong with an opened message; empty if nothing is. A message that reports an error need not be complete.</summary>
    /// <param name="exchange">Which exchange it belongs to.</param>
    /// <param name="isResponse">Whether it answers.</param>
    /// <param name="payloads">All payloads, those inside SK included.</param>
    public static IEnumerable<string> Violations(ExchangeType exchange, bool isResponse, ImmutableArray<IkePayload> payloads)
    {
        foreach (var malformed in payloads.OfType<MalformedPayload>())
            yield return $"payload {malformed.Type}: {malformed.Problem.Message}";

        foreach (var type in Single)
        {
            if (payloads.Count(payload => payload.Type == type) is > 1 and var count)
                yield return $"payload {type} is there {count} times";
        }

        foreach (var unknown in payloads.OfType<UnknownPayload>().Where(payload => payload.Critical))
            yield return $"payload of type {unknown.Type} is unknown and critical";

        if (isResponse && IsRefusal(payloads))
            yield break;

        foreach (var type in Required(exchange, isResponse, payloads))
        {
            if (!payloads.Any(payload => payload.Type == type))
                yield return $"payload {type} is missing";
        }
    }

    /// <summary>A response of an error alone, or of a cookie or redirect in place of the negotiation.</summary>
    private static bool IsRefusal(ImmutableArray<IkePayload> payloads) => payloads.OfType<NotifyPayload>().Any(notify =>
        notify.Message.IsError || notify.Message == NotifyMessageType.Cookie || notify.Message == NotifyMessageType.Redirect);

    private static ImmutableArray<PayloadType> Required(ExchangeType exchange, bool isResponse, ImmutableArray<IkePayload> payloads) => exchange.Value switch
    {
        34 or 36 => [PayloadType.SecurityAssociation, PayloadType.Nonce, .. exchange == ExchangeType.IkeSaInit ? [PayloadType.KeyExchange] : ImmutableArray<PayloadType>.Empty],

        // In between, EAP goes alone in both directions, and the last exchange brings AUTH without an identity (RFC 7296 §2.16).
        35 when payloads.Any(payload => payload is EapPayload or AuthenticationPayload) => [],
        35 => isResponse ? [PayloadType.IdentificationResponder] : [PayloadType.IdentificationInitiator],
        _ => [],
    };
}
