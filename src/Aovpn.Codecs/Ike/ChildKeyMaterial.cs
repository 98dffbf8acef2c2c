using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>The keys of a CHILD_SA, RFC 7296 §2.17: first those for what the initiator sends, in each direction the cipher's before the integrity key.</summary>
public sealed record ChildKeyMaterial(
    IkeSuite Suite, ImmutableArray<byte> InitiatorEncryption, ImmutableArray<byte> InitiatorIntegrity,
    ImmutableArray<byte> ResponderEncryption, ImmutableArray<byte> ResponderIntegrity)
{
    /// <param name="suite">Of the CHILD_SA, with the PRF of the IKE SA.</param>
    /// <param name="skD">Of the IKE SA.</param>
    /// <param name="sharedSecret">Of a Diffie-Hellman exchange in CREATE_CHILD_SA; empty in IKE_AUTH, which has none.</param>
    /// <param name="initiatorNonce">Of the exchange that made the CHILD_SA; those of IKE_SA_INIT for the first.</param>
    public static ChildKeyMaterial Derive(
        IkeSuite suite, ReadOnlySpan<byte> skD, ReadOnlySpan<byte> sharedSecret, ReadOnlySpan<byte> initiatorNonce, ReadOnlySpan<byte> responderNonce)
    {
        var (encryption, integrity) = (suite.EncryptionKeySize, suite.IntegrityKeySize);
        var stream = Pseudorandom.PrfPlus(suite.Prf, skD, [.. sharedSecret, .. initiatorNonce, .. responderNonce], 2 * (encryption + integrity));
        var half = encryption + integrity;

        return new(
            suite, [.. stream.AsSpan(0, encryption)], [.. stream.AsSpan(encryption, integrity)],
            [.. stream.AsSpan(half, encryption)], [.. stream.AsSpan(half + encryption, integrity)]);
    }

    /// <summary>Names alone: keys are not printed.</summary>
    public override string ToString() => $"keys for {Suite}";
}
