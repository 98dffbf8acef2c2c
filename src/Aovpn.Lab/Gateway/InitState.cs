using System.Collections.Immutable;
using Aovpn.Codecs.Ike;

namespace Aovpn.Lab.Gateway;

/// <summary>What IKE_SA_INIT leaves for IKE_AUTH.</summary>
/// <param name="Request">As received: the initiator's AUTH covers it.</param>
/// <param name="Answer">As sent: the gateway's AUTH covers it.</param>
/// <param name="Hashes">What the initiator takes in signatures.</param>
internal sealed record InitState(
    ulong InitiatorSpi, ulong ResponderSpi, KeyMaterial Keys, byte[] Request, byte[] Answer, ImmutableArray<byte> InitiatorNonce, ImmutableArray<byte> ResponderNonce,
    bool Fragments, ImmutableArray<SignatureHash> Hashes);
