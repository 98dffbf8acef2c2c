using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Aovpn.Codecs;
using Aovpn.Codecs.Esp;
using Aovpn.Codecs.Ike;

namespace Aovpn.Fuzz.Tunnels;

/// <summary>ESP under keys that are known: the input is a run of packets as they lie inside, each sealed with the sequence number and the trailer that it names.</summary>
internal sealed class EspTarget : IFuzzTarget
{
    private const int Head = 5, MostPackets = 32;
    private const uint Spi = 0xC0FFEE01;

    private static readonly IkeSuite Gcm = new(EncryptionAlgorithm.AesGcm16, 128, IntegrityAlgorithm.None, default, KeyExchangeMethod.None);
    private static readonly IkeSuite Cbc = new(EncryptionAlgorithm.AesCbc, 128, IntegrityAlgorithm.HmacSha256, default, KeyExchangeMethod.None);
    private static readonly ImmutableArray<byte> Key = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];
    private static readonly ImmutableArray<byte> Integrity = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public string Name => "esp";

    public int MaxLength => 2048;

    /// <summary>The suite; then packets: sequence number, length of content, length of padding and next header as the trailer has them, content.</summary>
    public IEnumerable<byte[]> Seeds()
    {
        byte[] packet = [0x45, 0, 0, 21, 0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, 7];
        for (byte suite = 0; suite < 2; suite++)
        {
            yield return [suite, 0, 1, 21, 1, 4, .. packet, 0, 2, 21, 1, 4, .. packet];
            yield return [suite, 0, 9, 21, 200, 4, .. packet, 0, 9, 21, 0, 41, .. packet, 0, 80, 2, 0, 59, 1, 2];
        }
    }

    public bool Run(byte[] input)
    {
        if (input.Length == 0)
            return false;
        var isCombined = input[0] % 2 == 0;
        var association = isCombined ? new EspAssociation(Gcm, Spi, Key, []) : new(Cbc, Spi, [.. Key.AsSpan(0, 16)], Integrity);
        var packets = 0;
        for (var at = 1; at + Head <= input.Length && packets < MostPackets; packets++)
        {
            var sequence = BinaryPrimitives.ReadUInt16BigEndian(input.AsSpan(at));
            var content = input.AsSpan(at + Head, Math.Min(input[at + 2], input.Length - at - Head));
            var (padding, next) = (input[at + 3], input[at + 4]);
            at += Head + content.Length;
            var plain = Plain(content, isCombined ? 4 : 16, padding, next);
            var datagram = isCombined ? SealedByGcm(plain, sequence) : SealedByCbc(plain, sequence);
            datagram[^1] ^= 1;
            if (Opened(association, datagram) is not null)
                throw new WrongAnswerException("an altered packet is taken");
            datagram[^1] ^= 1;
            if (Opened(association, datagram) is { } opened && !opened.AsSpan().SequenceEqual(plain.AsSpan(0, plain.Length - padding - 2)))
                throw new WrongAnswerException("a packet is opened to other bytes than it was sealed from");
            if (Opened(association, datagram) is not null)
                throw new WrongAnswerException("a packet is taken twice");
        }

        return packets > 0;
    }

    private static byte[]? Opened(EspAssociation association, byte[] datagram)
    {
        try
        {
            return association.Open(datagram);
        }
        catch (MalformedException)
        {
            return null;
        }
    }

    private static byte[] Plain(ReadOnlySpan<byte> content, int block, byte padding, byte next) =>
        [.. content, .. new byte[(block - ((content.Length + 2) % block)) % block], padding, next];

    private static byte[] HeadOf(uint sequence) => new WireWriter().U32(Spi).U32(sequence).ToArray();

    private static byte[] SealedByGcm(byte[] plain, uint sequence)
    {
        var (head, iv, ciphertext, tag) = (HeadOf(sequence), new byte[8], new byte[plain.Length], new byte[16]);
        using var gcm = new AesGcm(Key.AsSpan(0, 16), 16);
        byte[] nonce = [.. Key.AsSpan()[16..], .. iv];
        gcm.Encrypt(nonce, plain, ciphertext, tag, head);
        return [.. head, .. iv, .. ciphertext, .. tag];
    }

    private static byte[] SealedByCbc(byte[] plain, uint sequence)
    {
        using var aes = Aes.Create();
        aes.Key = Key.AsSpan(0, 16).ToArray();
        byte[] covered = [.. HeadOf(sequence), .. new byte[16], .. aes.EncryptCbc(plain, new byte[16], PaddingMode.None)];
        return [.. covered, .. HMACSHA256.HashData(Integrity.AsSpan(), covered).AsSpan(0, 16)];
    }
}
