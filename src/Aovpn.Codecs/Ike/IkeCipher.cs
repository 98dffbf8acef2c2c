using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Aovpn.Codecs.Ike;

/// <summary>Seals and opens the Encrypted payloads of one direction of an IKE SA: RFC 7296 §3.14, RFC 5282 for combined ciphers.</summary>
/// <param name="suite">A suite that is supported.</param>
/// <param name="encryptionKey">SK_ei or SK_er.</param>
/// <param name="integrityKey">SK_ai or SK_ar; empty for a combined cipher.</param>
public sealed class IkeCipher(IkeSuite suite, ImmutableArray<byte> encryptionKey, ImmutableArray<byte> integrityKey)
{
    /// <summary>Bytes of the salt at the end of a GCM key, RFC 5282 §7.1.</summary>
    public const int GcmSaltSize = 4;

    private const int GcmIvSize = 8;

    private readonly byte[] _key = encryptionKey.AsSpan()[..^(suite.Encryption.IsCombined ? GcmSaltSize : 0)].ToArray();
    private readonly byte[] _salt = suite.Encryption.IsCombined ? encryptionKey.AsSpan()[^GcmSaltSize..].ToArray() : [];

    /// <summary>The cipher for what one side sends.</summary>
    public static IkeCipher Of(KeyMaterial keys, bool fromInitiator) =>
        fromInitiator ? new(keys.Suite, keys.SkEi, keys.SkAi) : new(keys.Suite, keys.SkEr, keys.SkAr);

    /// <summary>Bytes of the initialization vector.</summary>
    public int IvSize => suite.Encryption.IsCombined ? GcmIvSize : BlockSize;

    /// <summary>Bytes that sealing adds at most, without padding and generic header: vector, pad length, check value.</summary>
    public int Overhead => IvSize + 1 + suite.CheckValueSize;

    private int BlockSize => suite.Encryption.Value switch { 2 or 3 => 8, 12 => 16, _ => 1 };

    /// <summary>The whole message with one Encrypted payload that holds the others.</summary>
    /// <param name="header">Its first payload and length are set to fit.</param>
    /// <param name="iv">Random, unpredictable for CBC; unique under the key for GCM.</param>
    public byte[] Seal(IkeHeader header, ImmutableArray<IkePayload> payloads, ReadOnlySpan<byte> iv)
    {
        var inside = new WireWriter();
        PayloadChain.Encode(payloads, inside);
        return Seal(header, PayloadChain.First(payloads), inside.Written, iv);
    }

    /// <summary>The same of bytes as they stand, payloads or not.</summary>
    /// <param name="firstInside">Type of the first payload in them.</param>
    public byte[] Seal(IkeHeader header, PayloadType firstInside, ReadOnlySpan<byte> inside, ReadOnlySpan<byte> iv) =>
        Seal(header, PayloadType.Encrypted, firstInside, [], inside, iv);

    /// <summary>One fragment's message, RFC 7383 §2.5.</summary>
    /// <param name="piece">Of the payloads as they would be before encryption.</param>
    public byte[] SealFragment(IkeHeader header, PayloadType firstInside, ushort number, ushort total, ReadOnlySpan<byte> piece, ReadOnlySpan<byte> iv) => Seal(
        header, PayloadType.EncryptedFragment, number == 1 ? firstInside : PayloadType.None,
        [(byte)(number >> 8), (byte)number, (byte)(total >> 8), (byte)total], piece, iv);

    /// <summary>The bytes inside an Encrypted payload or fragment; null if the check value does not fit: not sent by the peer, or altered.</summary>
    /// <param name="message">The whole message as received.</param>
    /// <param name="body">Of its Encrypted payload, or of the fragment.</param>
    /// <exception cref="MalformedException">Too short for what its algorithms need, or the padding is longer than the content.</exception>
    public byte[]? Open(ReadOnlySpan<byte> message, ImmutableArray<byte> body)
    {
        var blocks = body.Length - IvSize - suite.CheckValueSize;
        if (blocks < 1 || blocks % BlockSize != 0)
            throw new MalformedException("SK.EncryptedPayloads", message.Length - body.Length, $"has {blocks} bytes, a multiple of {BlockSize} is needed");

        var iv = body.AsSpan()[..IvSize];
        var sealedBytes = body.AsSpan().Slice(IvSize, blocks);
        var check = body.AsSpan()[^suite.CheckValueSize..];
        if (Decrypt(message, message[..^body.Length], iv, sealedBytes, check) is not { } plain)
            return null;

        var padding = plain[^1];
        return padding < plain.Length
            ? plain[..^(padding + 1)]
            : throw new MalformedException("SK.PadLength", message.Length - suite.CheckValueSize - 1, $"is {padding}, the payload has {plain.Length} bytes");
    }

    private byte[] Seal(IkeHeader header, PayloadType type, PayloadType firstInside, ReadOnlySpan<byte> fragmentHeader, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> iv)
    {
        var padding = (BlockSize - ((plain.Length + 1) % BlockSize)) % BlockSize;
        byte[] padded = [.. plain, .. new byte[padding], (byte)padding];
        var bodySize = fragmentHeader.Length + IvSize + padded.Length + suite.CheckValueSize;

        var message = new WireWriter();
        (header with { NextPayload = type, Length = (uint)(IkeHeader.Size + PayloadChain.HeaderSize + bodySize) }).Encode(message);
        message.U8(firstInside.Value).U8(0).U16(PayloadChain.HeaderSize + bodySize).Bytes(fragmentHeader);

        if (suite.Encryption.IsCombined)
        {
            var ciphertext = new byte[padded.Length];
            var tag = new byte[suite.CheckValueSize];
            GaloisCounter.Encrypt(_key, [.. _salt, .. iv], padded, ciphertext, tag, message.Written);
            return message.Bytes(iv).Bytes(ciphertext).Bytes(tag).ToArray();
        }

        message.Bytes(iv).Bytes(Cbc(padded, iv, encrypt: true));
        return message.Bytes(Check(message.Written)).ToArray();
    }

    private byte[]? Decrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> before, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> check)
    {
        if (suite.Encryption.IsCombined)
        {
            // Associated data: the message up to the vector, which takes in the fragment's own fields (RFC 5282 §5.1, RFC 7383 §2.5).
            var plain = new byte[ciphertext.Length];
            return GaloisCounter.Decrypt(_key, [.. _salt, .. iv], ciphertext, plain, check, before) ? plain : null;
        }

        return CryptographicOperations.FixedTimeEquals(Check(message[..^check.Length]), check) ? Cbc(ciphertext, iv, encrypt: false) : null;
    }

    private byte[] Cbc(ReadOnlySpan<byte> data, ReadOnlySpan<byte> iv, bool encrypt)
    {
        using SymmetricAlgorithm cipher = suite.Encryption.Value switch
        {
            2 => DES.Create(),
            3 => TripleDES.Create(),
            _ => Aes.Create(),
        };
        cipher.Key = _key;
        return encrypt ? cipher.EncryptCbc(data, iv, PaddingMode.None) : cipher.DecryptCbc(data, iv, PaddingMode.None);
    }

    private byte[] Check(ReadOnlySpan<byte> covered) => CheckValue(suite, integrityKey.AsSpan(), covered);

    /// <summary>The integrity check value of a suite whose cipher is not combined; ESP's is made alike.</summary>
    internal static byte[] CheckValue(IkeSuite suite, ReadOnlySpan<byte> key, ReadOnlySpan<byte> covered)
    {
        var whole = suite.Integrity.Value switch
        {
            1 => HMACMD5.HashData(key, covered),
            2 => HMACSHA1.HashData(key, covered),
            12 => HMACSHA256.HashData(key, covered),
            13 => HMACSHA384.HashData(key, covered),
            14 => HMACSHA512.HashData(key, covered),
            _ => throw new NotSupportedException($"integrity algorithm {suite.Integrity}"),
        };
        return whole[..suite.CheckValueSize];
    }
}
