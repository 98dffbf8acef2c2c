using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Aovpn.Codecs.Ike;

namespace Aovpn.Codecs.Esp;

/// <summary>
/// One direction of an ESP security association, in tunnel mode or transport mode, RFC 4303; RFC 4106 for AES-GCM, RFC 3602 and RFC 2451 for CBC. As carried in UDP,
/// RFC 3948: the packet begins with the SPI.
/// </summary>
/// <param name="suite">A suite that is supported.</param>
/// <param name="spi">Chosen by the receiver.</param>
/// <param name="encryptionKey">With the salt of a combined cipher at its end.</param>
/// <param name="integrityKey">Empty for a combined cipher.</param>
public sealed class EspAssociation(IkeSuite suite, uint spi, ImmutableArray<byte> encryptionKey, ImmutableArray<byte> integrityKey)
{
    /// <summary>Next header of an IPv4 or IPv6 packet inside, RFC 4303 section 2.6.</summary>
    public const byte Ipv4Inside = 4, Ipv6Inside = 41;

    /// <summary>Next header of a UDP datagram, in transport mode.</summary>
    public const byte UdpInside = 17;

    /// <summary>Next header of a packet that is to be thrown away: padding of the traffic flow.</summary>
    public const byte Dummy = 59;

    private const int Header = 8, GcmIv = 8;

    private readonly byte[] _key = encryptionKey.AsSpan()[..^(suite.Encryption.IsCombined ? IkeCipher.GcmSaltSize : 0)].ToArray();
    private readonly byte[] _salt = suite.Encryption.IsCombined ? encryptionKey.AsSpan()[^IkeCipher.GcmSaltSize..].ToArray() : [];
    private readonly ReplayWindow _window = new();
    private uint _sent;

    public uint Spi { get; } = spi;

    private int BlockSize => suite.Encryption.Value switch { 2 or 3 => 8, 12 => 16, _ => 4 };

    /// <summary>Bytes of the initialization vector.</summary>
    public int IvSize => suite.Encryption.IsCombined ? GcmIv : BlockSize;

    /// <summary>What the initiator sends with; <paramref name="spi"/> is the responder's.</summary>
    public static EspAssociation Outbound(ChildKeyMaterial keys, uint spi) => new(keys.Suite, spi, keys.InitiatorEncryption, keys.InitiatorIntegrity);

    /// <summary>What the responder sends with; <paramref name="spi"/> is the initiator's.</summary>
    public static EspAssociation Inbound(ChildKeyMaterial keys, uint spi) => new(keys.Suite, spi, keys.ResponderEncryption, keys.ResponderIntegrity);

    /// <param name="packet">An IP packet.</param>
    /// <param name="iv">Random bytes for CBC, as many as a block; left unused by GCM, which counts.</param>
    public byte[] Seal(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> iv) => Seal(packet[0] >> 4 == 6 ? Ipv6Inside : Ipv4Inside, packet, iv);

    /// <summary>What follows the IP header, in transport mode.</summary>
    /// <param name="next">Protocol of IP: <see cref="UdpInside"/>.</param>
    /// <param name="packet">With its own header.</param>
    /// <param name="iv">As for a packet of tunnel mode.</param>
    public byte[] Seal(byte next, ReadOnlySpan<byte> packet, ReadOnlySpan<byte> iv)
    {
        var padding = (BlockSize - ((packet.Length + 2) % BlockSize)) % BlockSize;
        byte[] plain = [.. packet, .. Enumerable.Range(1, padding).Select(i => (byte)i), (byte)padding, next];
        var head = new byte[Header];
        BinaryPrimitives.WriteUInt32BigEndian(head, Spi);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), ++_sent);

        if (suite.Encryption.IsCombined)
        {
            var counter = new byte[GcmIv];
            BinaryPrimitives.WriteUInt64BigEndian(counter, _sent);
            var (ciphertext, tag) = (new byte[plain.Length], new byte[suite.CheckValueSize]);
            GaloisCounter.Encrypt(_key, [.. _salt, .. counter], plain, ciphertext, tag, head);
            return [.. head, .. counter, .. ciphertext, .. tag];
        }

        using var cipher = Cbc();
        byte[] covered = [.. head, .. iv, .. cipher.EncryptCbc(plain, iv, PaddingMode.None)];
        return [.. covered, .. Check(covered)];
    }

    /// <returns>The IP packet inside; null when it is not for this association, altered, repeated or a dummy.</returns>
    /// <exception cref="MalformedException">Too short for what its algorithms need, or its padding is longer than its content.</exception>
    public byte[]? Open(ReadOnlySpan<byte> packet) => Opened(packet) is (Ipv4Inside or Ipv6Inside, { } inside) ? inside : null;

    /// <summary>The same in transport mode.</summary>
    /// <returns>The UDP datagram inside; null when there is none.</returns>
    /// <exception cref="MalformedException">As in tunnel mode.</exception>
    public byte[]? OpenUdp(ReadOnlySpan<byte> packet) => Opened(packet) is (UdpInside, { } inside) ? inside : null;

    private (byte Next, byte[] Inside)? Opened(ReadOnlySpan<byte> packet)
    {
        var reader = new WireReader(packet);
        var (spi, sequence) = (reader.U32("ESP.SPI"), reader.U32("ESP.SequenceNumber"));
        if (spi != Spi || !_window.MayTake(sequence))
            return null;

        var iv = reader.Take(IvSize, "ESP.IV");
        var length = reader.Remaining - suite.CheckValueSize;
        if (length < 2 || length % BlockSize != 0)
            throw reader.Malformed("ESP.PayloadData", $"has {length} bytes, a multiple of {BlockSize} is needed");
        var ciphertext = reader.Take(length, "ESP.PayloadData");
        if (Decrypt(packet, iv, ciphertext, reader.Rest()) is not { } plain)
            return null;

        _window.Take(sequence);
        var (padding, next) = (plain[^2], plain[^1]);
        if (padding + 2 > plain.Length)
            throw reader.Malformed("ESP.PadLength", $"is {padding}, the payload has {plain.Length} bytes");
        return (next, plain[..^(padding + 2)]);
    }

    private byte[]? Decrypt(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> check)
    {
        if (suite.Encryption.IsCombined)
        {
            var plain = new byte[ciphertext.Length];
            return GaloisCounter.Decrypt(_key, [.. _salt, .. iv], ciphertext, plain, check, packet[..Header]) ? plain : null;
        }

        if (!CryptographicOperations.FixedTimeEquals(Check(packet[..^check.Length]), check))
            return null;
        using var cipher = Cbc();
        return cipher.DecryptCbc(ciphertext, iv, PaddingMode.None);
    }

    private SymmetricAlgorithm Cbc()
    {
        SymmetricAlgorithm cipher = suite.Encryption.Value switch
        {
            2 => DES.Create(),
            3 => TripleDES.Create(),
            _ => Aes.Create(),
        };
        cipher.Key = _key;
        return cipher;
    }

    private byte[] Check(ReadOnlySpan<byte> covered) => IkeCipher.CheckValue(suite, integrityKey.AsSpan(), covered);

    /// <summary>The SPI alone: keys are not printed.</summary>
    public override string ToString() => $"ESP 0x{Spi:x8}, {suite}";
}
