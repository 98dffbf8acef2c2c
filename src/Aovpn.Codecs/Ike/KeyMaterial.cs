using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>The seven keys of an IKE SA, RFC 7296 §2.14. Secret: never logged, and in a transcript only if the user asks for keys.</summary>
/// <param name="SkD">From which the keys of CHILD_SAs come.</param>
/// <param name="SkAi">Integrity, from the initiator; empty for a combined cipher.</param>
/// <param name="SkEi">Encryption, from the initiator; with the salt at the end for GCM.</param>
/// <param name="SkPi">Into the initiator's AUTH.</param>
public sealed record KeyMaterial(
    IkeSuite Suite, ImmutableArray<byte> SkD, ImmutableArray<byte> SkAi, ImmutableArray<byte> SkAr, ImmutableArray<byte> SkEi, ImmutableArray<byte> SkEr,
    ImmutableArray<byte> SkPi, ImmutableArray<byte> SkPr)
{
    private const int SpiSize = 8;

    /// <summary>SKEYSEED = prf(Ni | Nr, g^ir), and from it the seven keys, RFC 7296 §2.14.</summary>
    /// <param name="sharedSecret">g^ir: padded to the prime's length for MODP, the x coordinate for ECP.</param>
    /// <exception cref="NotSupportedException">The PRF is none that this program has.</exception>
    public static KeyMaterial Derive(
        IkeSuite suite, ReadOnlySpan<byte> sharedSecret, ReadOnlySpan<byte> initiatorNonce, ReadOnlySpan<byte> responderNonce, ulong initiatorSpi, ulong responderSpi)
    {
        var seed = Pseudorandom.Prf(suite.Prf, [.. initiatorNonce, .. responderNonce], sharedSecret);
        Span<byte> spis = stackalloc byte[2 * SpiSize];
        BinaryPrimitives.WriteUInt64BigEndian(spis, initiatorSpi);
        BinaryPrimitives.WriteUInt64BigEndian(spis[SpiSize..], responderSpi);

        var size = Pseudorandom.Size(suite.Prf);
        var lengths = new[] { size, suite.IntegrityKeySize, suite.IntegrityKeySize, suite.EncryptionKeySize, suite.EncryptionKeySize, size, size };
        var stream = Pseudorandom.PrfPlus(suite.Prf, seed, [.. initiatorNonce, .. responderNonce, .. spis], lengths.Sum());

        var keys = new ImmutableArray<byte>[lengths.Length];
        for (int i = 0, at = 0; i < keys.Length; at += lengths[i++])
            keys[i] = [.. stream.AsSpan(at, lengths[i])];

        return new(suite, keys[0], keys[1], keys[2], keys[3], keys[4], keys[5], keys[6]);
    }

    /// <summary>What one side's AUTH covers, RFC 7296 §2.15: its first message, the other's nonce, prf(SK_p, its identity).</summary>
    /// <param name="ofInitiator">Whose AUTH.</param>
    /// <param name="firstMessage">That side's own IKE_SA_INIT message, the last one sent if it was sent anew with a cookie or another group.</param>
    /// <param name="otherNonce">Data of the other side's Nonce payload.</param>
    /// <param name="identity">Body of that side's ID payload.</param>
    public byte[] SignedOctets(bool ofInitiator, ReadOnlySpan<byte> firstMessage, ReadOnlySpan<byte> otherNonce, ReadOnlySpan<byte> identity) =>
        [.. firstMessage, .. otherNonce, .. Pseudorandom.Prf(Suite.Prf, (ofInitiator ? SkPi : SkPr).AsSpan(), identity)];

    /// <summary>AUTH by a shared key: after EAP the MSK, or SK_pi and SK_pr where the method makes none (RFC 7296 §2.15, §2.16).</summary>
    public byte[] SharedKeyAuthentication(ReadOnlySpan<byte> sharedKey, ReadOnlySpan<byte> signedOctets) =>
        Pseudorandom.Prf(Suite.Prf, Pseudorandom.Prf(Suite.Prf, sharedKey, "Key Pad for IKEv2"u8), signedOctets);

    /// <summary>Names alone: keys are not printed.</summary>
    public override string ToString() => $"keys for {Suite}";
}
