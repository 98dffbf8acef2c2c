using System.Collections.Immutable;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>What the peer makes of one packet of the server.</summary>
/// <param name="Response">The EAP packet to send back; null when there is none (Success, Failure, what is to be discarded, or the peer leaves).</param>
/// <param name="Events">What was learned from this packet, in order. No secrets.</param>
public sealed record EapAnswer(ReadOnlyMemory<byte>? Response, ImmutableArray<EapEvent> Events);
