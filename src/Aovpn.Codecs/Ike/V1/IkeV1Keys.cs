using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>The keys of an ISAKMP association that a pre-shared key authenticates, and the hashes that prove it: RFC 2409 §5 and appendix B.</summary>
public sealed class IkeV1Keys
{
    private readonly PseudorandomFunction _prf;
    private readonly ulong _initiator, _responder;
    private readonly byte[] _id, _derivation, _authentication, _initiatorPublic, _responderPublic;

    /// <param name="chosen">By the responder; one of <see cref="IsSupported"/>.</param>
    /// <param name="psk">As bytes; Windows takes what was typed as it is.</param>
    /// <param name="nonces">Bodies of the initiator's and the responder's.</param>
    /// <param name="publics">Bodies of the KE payloads, the initiator's first.</param>
    /// <param name="shared">g^xy.</param>
    public IkeV1Keys(IkeV1Transform chosen, ReadOnlySpan<byte> psk, (ImmutableArray<byte> Initiator, ImmutableArray<byte> Responder) nonces, (ImmutableArray<byte> Initiator, ImmutableArray<byte> Responder) publics, ReadOnlySpan<byte> shared, ulong initiatorCookie, ulong responderCookie)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        (Chosen, _prf, _initiator, _responder) = (chosen, PrfOf(chosen), initiatorCookie, responderCookie);
        (_initiatorPublic, _responderPublic) = ([.. publics.Initiator], [.. publics.Responder]);
        var tail = new WireWriter().Bytes(shared).U64(initiatorCookie).U64(responderCookie).ToArray();
        _id = Prf(psk, [.. nonces.Initiator, .. nonces.Responder]);
        _derivation = Prf(_id, [.. tail, 0]);
        _authentication = Prf(_id, [.. _derivation, .. tail, 1]);
        var encryption = Prf(_id, [.. _authentication, .. tail, 2]);
        EncryptionKey = [.. Stretched(encryption, KeySize(chosen))];
        FirstVector = [.. Hash([.. publics.Initiator, .. publics.Responder])[..BlockSize(chosen)]];
    }

    public IkeV1Transform Chosen { get; }

    /// <summary>SKEYID_e as long as the cipher needs it.</summary>
    public ImmutableArray<byte> EncryptionKey { get; }

    /// <summary>Vector of main mode's first encrypted message.</summary>
    public ImmutableArray<byte> FirstVector { get; }

    /// <summary>SKEYID, SKEYID_d, SKEYID_a: for tests, never to be shown.</summary>
    public (ImmutableArray<byte> Id, ImmutableArray<byte> Derivation, ImmutableArray<byte> Authentication) Raw => ([.. _id], [.. _derivation], [.. _authentication]);

    /// <summary>Whether this program has the cipher, the hash and the group, and a pre-shared key authenticates.</summary>
    public static bool IsSupported(IkeV1Transform chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return chosen is { Authentication: 1, Encryption: 5 or 7, Hash: 1 or 2 or 4 or 5 or 6, KeyLength: null or 128 or 192 or 256 }
            && chosen.Group is > 0 and <= ushort.MaxValue && KeyExchange.PublicValueSize(new((ushort)chosen.Group)) > 0;
    }

    /// <summary>Bytes of a block of the cipher.</summary>
    public static int BlockSize(IkeV1Transform chosen) => chosen?.Encryption == 7 ? 16 : 8;

    /// <summary>HASH_I, by which the initiator proves that it knows the pre-shared key, RFC 2409 §5.</summary>
    /// <param name="proposals">Body of the SA payload that the initiator sent.</param>
    /// <param name="identity">Body of its ID payload.</param>
    public byte[] InitiatorHash(ReadOnlySpan<byte> proposals, ReadOnlySpan<byte> identity) =>
        Prf(_id, new WireWriter().Bytes(_initiatorPublic).Bytes(_responderPublic).U64(_initiator).U64(_responder).Bytes(proposals).Bytes(identity).Written);

    /// <summary>HASH_R, the responder's.</summary>
    public byte[] ResponderHash(ReadOnlySpan<byte> proposals, ReadOnlySpan<byte> identity) =>
        Prf(_id, new WireWriter().Bytes(_responderPublic).Bytes(_initiatorPublic).U64(_responder).U64(_initiator).Bytes(proposals).Bytes(identity).Written);

    /// <summary>HASH(1) of quick mode, and of an informational message: over the message's number and what follows the HASH payload, RFC 2409 §5.5, §5.7.</summary>
    public byte[] MessageHash(uint messageId, ReadOnlySpan<byte> rest) => Prf(_authentication, new WireWriter().U32(messageId).Bytes(rest).Written);

    /// <summary>HASH(2), the responder's: with the initiator's nonce.</summary>
    public byte[] AnswerHash(uint messageId, ReadOnlySpan<byte> initiatorNonce, ReadOnlySpan<byte> rest) =>
        Prf(_authentication, new WireWriter().U32(messageId).Bytes(initiatorNonce).Bytes(rest).Written);

    /// <summary>HASH(3), by which the initiator shows that it is there now.</summary>
    public byte[] LivenessHash(uint messageId, ReadOnlySpan<byte> initiatorNonce, ReadOnlySpan<byte> responderNonce) =>
        Prf(_authentication, new WireWriter().U8(0).U32(messageId).Bytes(initiatorNonce).Bytes(responderNonce).Written);

    /// <summary>Vector of the first message of an exchange after main mode, appendix B.</summary>
    /// <param name="lastBlock">Of main mode's last message.</param>
    public byte[] VectorFor(ReadOnlySpan<byte> lastBlock, uint messageId) =>
        Hash(new WireWriter().Bytes(lastBlock).U32(messageId).Written)[..BlockSize(Chosen)];

    /// <summary>KEYMAT of one direction without perfect forward secrecy, RFC 2409 §5.5.</summary>
    /// <param name="spi">The receiver's.</param>
    public (ImmutableArray<byte> Encryption, ImmutableArray<byte> Integrity) Esp(IkeSuite suite, uint spi, ReadOnlySpan<byte> initiatorNonce, ReadOnlySpan<byte> responderNonce)
    {
        ArgumentNullException.ThrowIfNull(suite);
        const byte Protocol = 3;
        var seed = new WireWriter().U8(Protocol).U32(spi).Bytes(initiatorNonce).Bytes(responderNonce).ToArray();
        var wanted = suite.EncryptionKeySize + suite.IntegrityKeySize;
        var keys = new List<byte>();
        for (byte[] block = []; keys.Count < wanted; keys.AddRange(block))
            block = Prf(_derivation, [.. block, .. seed]);
        return ([.. keys[..suite.EncryptionKeySize]], [.. keys[suite.EncryptionKeySize..wanted]]);
    }

    /// <summary>The algorithms alone: keys are not printed.</summary>
    public override string ToString() => Chosen.ToString();

    private static int KeySize(IkeV1Transform chosen) => chosen.Encryption == 7 ? (chosen.KeyLength ?? 128) / 8 : 24;

    private static PseudorandomFunction PrfOf(IkeV1Transform chosen) => new((ushort)(chosen.Hash switch { 1 => 1, 2 => 2, 4 => 5, 5 => 6, 6 => 7, _ => throw new NotSupportedException($"hash {chosen.Hash}") }));

    private byte[] Prf(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => Pseudorandom.Prf(_prf, key, data);

    /// <summary>Appendix B: K1 = prf(SKEYID_e, 0), K2 = prf(SKEYID_e, K1), ... where SKEYID_e itself is too short.</summary>
    private byte[] Stretched(byte[] key, int size)
    {
        if (key.Length >= size)
            return key[..size];
        var stretched = new List<byte>();
        for (byte[] block = [0]; stretched.Count < size; stretched.AddRange(block))
            block = Prf(key, block);
        return [.. stretched[..size]];
    }

    /// <summary>The hash that main mode agreed on, over bytes as they are; for NAT detection as well (RFC 3947 §3.2).</summary>
    public byte[] Hash(ReadOnlySpan<byte> data) => HashOf(Chosen, data);

    /// <summary>The same before there are keys.</summary>
    public static byte[] HashOf(IkeV1Transform chosen, ReadOnlySpan<byte> data) => chosen?.Hash switch
    {
        1 => MD5.HashData(data),
        4 => SHA256.HashData(data),
        5 => SHA384.HashData(data),
        6 => SHA512.HashData(data),
        _ => SHA1.HashData(data),
    };
}
