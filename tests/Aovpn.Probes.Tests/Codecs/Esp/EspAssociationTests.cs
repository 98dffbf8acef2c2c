using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Esp;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Tests.Codecs.Esp;

public sealed class EspAssociationTests
{
    // RFC 3602 section 4, case 7: a ping in tunnel mode, AES-128-CBC without integrity there.
    private const string RfcKey = "0123456789abcdef0123456789abcdef";
    private const string RfcIv = "f4e765244f6407adf13dc1380f673f37";
    private const string RfcPacket = "45000054090400004001f988c0a87b03c0a87bc8"
        + "08009f76a90a0100b49c083d02a20400"
        + "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637";

    private static readonly byte[] Packet = Convert.FromHexString(RfcPacket);

    public static TheoryData<string> Suites => ["aes-cbc-sha256", "aes-cbc-sha1", "aes-cbc-sha512", "3des-sha1", "aes-gcm-16", "aes-gcm-8"];

    private static IkeSuite Suite(string name) => name switch
    {
        "aes-cbc-sha1" => new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha1, PseudorandomFunction.HmacSha1, KeyExchangeMethod.None),
        "aes-cbc-sha256" => new(EncryptionAlgorithm.AesCbc, 128, IntegrityAlgorithm.HmacSha256, PseudorandomFunction.HmacSha1, KeyExchangeMethod.None),
        "aes-cbc-sha512" => new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha512, PseudorandomFunction.HmacSha1, KeyExchangeMethod.None),
        "3des-sha1" => new(EncryptionAlgorithm.TripleDes, null, IntegrityAlgorithm.HmacSha1, PseudorandomFunction.HmacSha1, KeyExchangeMethod.None),
        "aes-gcm-8" => new(EncryptionAlgorithm.AesGcm8, 256, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha1, KeyExchangeMethod.None),
        _ => new(EncryptionAlgorithm.AesGcm16, 256, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha1, KeyExchangeMethod.None),
    };

    private static ImmutableArray<byte> Key(int size, byte seed) => [.. Enumerable.Range(0, size).Select(i => (byte)(seed + i))];

    private static EspAssociation New(string suite) => new(Suite(suite), 0x4321, Key(Suite(suite).EncryptionKeySize, 7), Key(Suite(suite).IntegrityKeySize, 99));

    private static byte[] Iv => Convert.FromHexString(RfcIv);

    [Theory]
    [MemberData(nameof(Suites))]
    public void What_is_sealed_opens_once(string suite)
    {
        var sealedPacket = New(suite).Seal(Packet, Iv[..(suite[0] == '3' ? 8 : 16)]);
        var receiver = New(suite);

        Assert.Equal(Packet, receiver.Open(sealedPacket));
        Assert.Null(receiver.Open(sealedPacket));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void An_altered_or_cut_packet_is_refused(string suite)
    {
        var sealedPacket = New(suite).Seal(Packet, Iv[..(suite[0] == '3' ? 8 : 16)]);
        var receiver = New(suite);
        for (var i = 4; i < sealedPacket.Length; i++)
        {
            var altered = sealedPacket.ToArray();
            altered[i] ^= 0x40;
            Assert.Null(receiver.Open(altered));
        }

        for (var length = 0; length < sealedPacket.Length; length++)
        {
            try
            {
                Assert.Null(receiver.Open(sealedPacket.AsSpan(0, length)));
            }
            catch (MalformedException)
            {
            }
        }

        Assert.Equal(Packet, receiver.Open(sealedPacket));
    }

    [Fact]
    public void The_layout_is_that_of_rfc_3602_case_7()
    {
        // The suite needs integrity, the RFC's example has none: what lies before the check value is the RFC's bytes.
        var suite = Suite("aes-cbc-sha256");
        var association = new EspAssociation(suite, 0x8765, [.. Convert.FromHexString(RfcKey)], Key(32, 1));
        var expected = "0000876500000001" + RfcIv;

        var sealedPacket = association.Seal(Packet, Iv);

        Assert.Equal(expected.ToUpperInvariant(), Convert.ToHexString(sealedPacket.AsSpan(0, 24)));
        Assert.Equal(8 + 16 + 96 + 16, sealedPacket.Length);
    }

    [Theory]
    [InlineData(new uint[] { 1, 3, 2 }, new[] { true, true, true })]
    [InlineData(new uint[] { 1, 1 }, new[] { true, false })]
    [InlineData(new uint[] { 100, 36, 37, 36 }, new[] { true, false, true, false })]
    [InlineData(new uint[] { 0 }, new[] { false })]
    [InlineData(new uint[] { 5, 500, 6 }, new[] { true, true, false })]
    public void Repeated_and_old_sequence_numbers_are_refused(uint[] sequence, bool[] taken)
    {
        var sent = new Dictionary<uint, byte[]>();
        var sender = New("aes-gcm-16");
        for (var i = 1u; i <= sequence.Max(); i++)
            sent[i] = sender.Seal(Packet, []);
        var receiver = New("aes-gcm-16");

        Assert.Equal(taken, sequence.Select(number => number > 0 && receiver.Open(sent[number]) is not null));
    }

    [Fact]
    public void Keys_are_not_printed() => Assert.DoesNotContain("0708", New("aes-gcm-16").ToString(), StringComparison.Ordinal);
}
