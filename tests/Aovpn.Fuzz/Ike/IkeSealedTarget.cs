using System.Collections.Immutable;
using System.Security.Cryptography;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Fuzz.Ike;

/// <summary>
/// Encrypted messages under keys that are known: the input is what lies inside, padding and all, and each is sealed before it is opened. Whole messages and
/// fragments in any order; AES-GCM and AES-CBC.
/// </summary>
internal sealed class IkeSealedTarget : IFuzzTarget
{
    private const int Choice = 4, SmallestPiece = 3;
    private const byte UsesCbc = 1, InFragments = 2;

    private static readonly IkeSuite Gcm = new(EncryptionAlgorithm.AesGcm16, 128, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha256, KeyExchangeMethod.X25519);
    private static readonly IkeSuite Cbc = Gcm with { Encryption = EncryptionAlgorithm.AesCbc, Integrity = IntegrityAlgorithm.HmacSha256 };

    private readonly Lazy<KeyMaterial[]> _keys = new(() => [.. new[] { Gcm, Cbc }.Select(suite => KeyMaterial.Derive(suite, new byte[32], new byte[32], new byte[32], 1, 2))]);

    public string Name => "ike-sealed";

    public int MaxLength => 2048;

    /// <summary>How it is sealed, the first payload's type, the order of fragments, the last byte of the padding; then the payloads.</summary>
    public IEnumerable<byte[]> Seeds()
    {
        for (byte how = 0; how < 4; how++)
        {
            foreach (var payloads in new[] { IkeSamples.Init, IkeSamples.Protected })
            {
                var inside = new WireWriter();
                PayloadChain.Encode(payloads, inside);
                yield return [how, PayloadChain.First(payloads).Value, 0, 0, .. inside.Written];
                yield return [how, PayloadChain.First(payloads).Value, 5, 9, .. inside.Written];
            }
        }
    }

    public byte[] Repair(byte[] input, Random random)
    {
        if (input.Length > Choice)
            PayloadLengths.Fit(input.AsSpan(Choice), input[1]);
        return input;
    }

    public bool Run(byte[] input)
    {
        if (input.Length < Choice)
            return false;
        var keys = _keys.Value[(input[0] & UsesCbc) != 0 ? 1 : 0];
        var content = input.AsSpan(Choice);
        var messages = new SecuredMessages(keys, ofInitiator: true, null, size => new byte[size]);
        if ((input[0] & InFragments) == 0)
            Whole(keys, messages, new(input[1]), content, input[3]);
        else
            Pieces(keys, messages, new(input[1]), content, input[2]);
        return true;
    }

    /// <param name="padding">Its length as the message claims it: true only where it is 0 or fits.</param>
    private static void Whole(KeyMaterial keys, SecuredMessages messages, PayloadType first, ReadOnlySpan<byte> content, byte padding)
    {
        var datagram = Sealed(keys, first, content, padding, out var plain);
        var cipher = IkeCipher.Of(keys, fromInitiator: false);
        var message = IkeMessage.Decode(datagram);
        var body = ((EncryptedPayload)message.Payloads[0]).Body;
        try
        {
            if (cipher.Open(datagram, body) is not { } opened || !opened.AsSpan().SequenceEqual(plain.AsSpan(0, plain.Length - padding - 1)))
                throw new WrongAnswerException("a message is opened to other bytes than it was sealed from");
        }
        catch (MalformedException) when (padding >= plain.Length)
        {
            return;
        }

        datagram[^1] ^= 1;
        if (cipher.Open(datagram, ((EncryptedPayload)IkeMessage.Decode(datagram).Payloads[0]).Body) is not null)
            throw new WrongAnswerException("an altered message is opened");
        datagram[^1] ^= 1;
        Read(messages, datagram);
    }

    private static void Pieces(KeyMaterial keys, SecuredMessages messages, PayloadType first, ReadOnlySpan<byte> content, byte order)
    {
        var cipher = IkeCipher.Of(keys, fromInitiator: false);
        var size = Math.Max(SmallestPiece, (content.Length / 5) + (order % 7));
        var pieces = content.ToArray().Chunk(size).ToArray();
        ImmutableArray<IkePayload>? read = null;
        for (var i = 0; i < pieces.Length; i++)
        {
            var number = ((i * (1 + (order % 3))) % pieces.Length) + 1;
            var datagram = cipher.SealFragment(Header, first, (ushort)number, (ushort)(pieces.Length + (order > 250 ? 1 : 0)), pieces[number - 1], new byte[cipher.IvSize]);
            read = Read(messages, datagram) ?? read;
        }

        if (read is not { } payloads)
            return;
        var inside = new WireReader(content);
        if (PayloadChain.Decode(first, ref inside) is not { Damage: null } chain || chain.Payloads.Length != payloads.Length)
            throw new WrongAnswerException("fragments are joined to another message than they were cut from");
    }

    private static IkeHeader Header => IkeHeader.Of(1, 2, ExchangeType.IkeAuth, 1, fromInitiator: false, isResponse: true);

    /// <returns>Null where fragments lack, or where what is inside is malformed and was said to be.</returns>
    private static ImmutableArray<IkePayload>? Read(SecuredMessages messages, byte[] datagram)
    {
        try
        {
            return messages.Open(datagram, IkeMessage.Decode(datagram));
        }
        catch (MalformedException)
        {
            return null;
        }
    }

    /// <summary>As a peer seals that is free to lie about its padding, which this program's own sealing is not.</summary>
    private static byte[] Sealed(KeyMaterial keys, PayloadType first, ReadOnlySpan<byte> content, byte padding, out byte[] plain)
    {
        var isCombined = keys.Suite.Encryption.IsCombined;
        var block = isCombined ? 1 : 16;
        plain = [.. content, .. new byte[(block - ((content.Length + 1) % block)) % block], padding];
        var iv = new byte[isCombined ? 8 : 16];
        var check = keys.Suite.CheckValueSize;
        var size = PayloadChain.HeaderSize + iv.Length + plain.Length + check;
        var head = new WireWriter();
        (Header with { NextPayload = PayloadType.Encrypted, Length = (uint)(IkeHeader.Size + size) }).Encode(head);
        head.U8(first.Value).U8(0).U16(size);
        var key = keys.SkEr.AsSpan();
        if (isCombined)
        {
            var (ciphertext, tag) = (new byte[plain.Length], new byte[check]);
            using var gcm = new AesGcm(key[..^IkeCipher.GcmSaltSize], check);
            ReadOnlySpan<byte> nonce = [.. key[^IkeCipher.GcmSaltSize..], .. iv];
            gcm.Encrypt(nonce, plain, ciphertext, tag, head.Written);
            return head.Bytes(iv).Bytes(ciphertext).Bytes(tag).ToArray();
        }

        using var aes = Aes.Create();
        aes.Key = key.ToArray();
        head.Bytes(iv).Bytes(aes.EncryptCbc(plain, iv, PaddingMode.None));
        return head.Bytes(HMACSHA256.HashData(keys.SkAr.AsSpan(), head.Written).AsSpan(0, check)).ToArray();
    }
}
