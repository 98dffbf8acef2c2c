using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;

namespace Aovpn.Probes.Tests.Codecs.Ike;

/// <summary>Keys and hashes of RFC 2409 against values that OpenSSL's command made of the RFC's formulas, HMAC by HMAC; the sealing of messages and its damage.</summary>
public sealed class IkeV1KeysTests
{
    private static readonly byte[] InitiatorNonce = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
    private static readonly byte[] ResponderNonce = Convert.FromHexString("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff1011");

    private static IkeV1Keys Keys(int hash) => new(
        new(7, hash, 1, 14, 256), Encoding.ASCII.GetBytes("vector key"), ([.. InitiatorNonce], [.. ResponderNonce]),
        ([.. Convert.FromHexString("a1a2a3a4a5a6a7a8")], [.. Convert.FromHexString("b1b2b3b4b5b6b7b8")]), Convert.FromHexString("c0c1c2c3c4c5c6c7c8c9cacbcccdcecf"), 0x0123456789ABCDEF, 0xFEDCBA9876543210);

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    [Theory]
    [InlineData(2, "0e15a3aff73c8c59a9916513acb6808bf2196b09", "3eb302cb9747e016619888bd0b0b50b0d31b3462", "1f4862cf9e8b5e533f16200930e6d7076be4dc06", "eb34fb478d3dbeb26400dc808affa3ad597da50a1fd6673690476e24db0516ca", "70fb55ef7a1ab9dd8ea08587d4275f4b")]
    [InlineData(4, "44dfe6dd22a44ad8db201dc01587c386b29ad6d1ee809c13d44fa3ebc8fef221", "8c2f9af57bfcaf60cd02a7945af818d72b005095951971844ea72082ae912891", "dc416635f1273302ee7dfd2cceacfa27604ef8dabf4d9c25f775e290105795d0", "4da259391a35ac929c36c0a4e8512f1c2e9bd72209730dcfd0ad70599d109ef2", "cba6401ec43d69dd41766aff5ee45ecf")]
    public void The_keys_are_those_of_the_formulas(int hash, string id, string derivation, string authentication, string encryption, string vector)
    {
        var keys = Keys(hash);

        Assert.Equal((id, derivation, authentication), (Hex(keys.Raw.Id.AsSpan()), Hex(keys.Raw.Derivation.AsSpan()), Hex(keys.Raw.Authentication.AsSpan())));
        Assert.Equal((encryption, vector), (Hex(keys.EncryptionKey.AsSpan()), Hex(keys.FirstVector.AsSpan())));
        Assert.DoesNotContain(id[..8], keys.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_hashes_are_those_of_the_formulas()
    {
        var keys = Keys(2);
        var (proposals, identity) = (Convert.FromHexString("0000000100000001aa"), IkeV1IdentificationPayload.Of(new([198, 51, 100, 10])).Body());

        Assert.Equal("01000000c633640a", Hex(identity));
        Assert.Equal("25ad10b552f0c391a0b24d3da0013aec6bbe058d", Hex(keys.InitiatorHash(proposals, identity)));
        Assert.Equal("f23753c630d62b6655e11cab729b01349fd379a0", Hex(keys.ResponderHash(proposals, identity)));
        Assert.Equal("6fcb0edc74ab891f8f344c0638fb11846af4986c", Hex(keys.MessageHash(0x12345678, [0xAA, 0xBB])));
        Assert.Equal("8ab366fab21a8dad9c841f8be165b9af32ae5310", Hex(keys.AnswerHash(0x12345678, InitiatorNonce, [0xAA, 0xBB])));
        Assert.Equal("fb0c00b7b018ea11cee768764970dd90265911b4", Hex(keys.LivenessHash(0x12345678, InitiatorNonce, ResponderNonce)));
        Assert.Equal("0a574459704a8024f077c4dc1ac2898c", Hex(keys.VectorFor(Convert.FromHexString("00112233445566778899aabbccddeeff"), 0x12345678)));
    }

    [Fact]
    public void The_keys_of_ESP_are_those_of_the_formulas()
    {
        var (sha1, sha256) = (new IkeV1EspTransform(12, 2, 4, 256).Suite!, new IkeV1EspTransform(12, 5, 4, 256).Suite!);
        var short1 = Keys(2).Esp(sha1, 0xDEADBEEF, InitiatorNonce, ResponderNonce);
        var long2 = Keys(4).Esp(sha256, 0xDEADBEEF, InitiatorNonce, ResponderNonce);

        Assert.Equal("c3c0267650133fd98f876648c218473ddbda579abd5b62383f282296b3e565abe4ba45e980886838f062259986e2f9a1dff1a096", Hex([.. short1.Encryption, .. short1.Integrity]));
        Assert.Equal("7c9669614a151a58544fd14a916134646030b49437f58c95d4449af61315f52fb52342308cfd60b58efa0a88fa7d077d763967678c040e38708b93a576eb81db", Hex([.. long2.Encryption, .. long2.Integrity]));
    }

    [Fact]
    public void What_is_sealed_opens_with_the_same_vector_and_not_by_halves()
    {
        var (ours, theirs) = (IkeV1Cipher.MainMode(Keys(2)), IkeV1Cipher.MainMode(Keys(2)));
        byte[] first = [.. Enumerable.Range(0, 37).Select(i => (byte)i)];
        var ciphertext = ours.Seal(first);

        Assert.Equal(48, ciphertext.Length);
        Assert.Equal(first, theirs.Open([.. ciphertext])[..37]);
        Assert.Equal(ours.Vector, theirs.Vector);
        Assert.Equal([9, 9], theirs.Open([.. ours.Seal([9, 9])])[..2]);
        Assert.Throws<MalformedException>(() => theirs.Open([.. ciphertext[..47]]));
        Assert.Throws<MalformedException>(() => theirs.Open([]));
        Assert.Empty(ours.Seal([]));
    }

    public static TheoryData<int> Payloads => [0, 1, 2, 3];

    private static IkeV1Payload Payload(int which) => which switch
    {
        0 => new IkeV1EspProposalPayload(0x01020304, [new(12, 2, 4, 256, 3600), new(3, 2, 4, null, 3600), new(12, 5, 4, 128)]),
        1 => IkeV1IdentificationPayload.Of(System.Net.IPAddress.Parse("2001:db8::1"), 17, 1701),
        2 => new IkeV1DeletePayload(3, 4, [1, 2, 3, 4, 5, 6, 7, 8]),
        _ => new IkeV1NotificationPayload(1, 1, 14, [1, 2], [3]),
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_payload_reads_as_it_was_written_and_damage_throws_nothing(int which)
    {
        var bytes = IkeV1Message.Of(1, 2, ExchangeType.QuickMode, 7, [Payload(which)]).Encode();
        Assert.Equal(Payload(which).GetType(), Assert.Single(IkeV1Message.Decode(bytes).Payloads).GetType());
        Assert.Equal(bytes, IkeV1Message.Decode(bytes).Encode());

        for (var length = IkeHeader.Size; length < bytes.Length; length++)
            Assert.NotNull(IkeV1Message.Decode(bytes.AsSpan(0, length)).Damage);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                _ = IkeV1Message.Decode(flipped).Payloads.Select(one => one.ToString()).ToArray();
            }
            catch (MalformedException error)
            {
                Assert.Contains('.', error.Field);
            }
        }
    }

    [Fact]
    public void Only_algorithms_that_are_there_are_supported()
    {
        Assert.True(IkeV1Keys.IsSupported(new(5, 2, 1, 2)));
        Assert.False(IkeV1Keys.IsSupported(new(7, 2, 3, 14, 256)));
        Assert.False(IkeV1Keys.IsSupported(new(7, 3, 1, 14, 256)));
        Assert.False(IkeV1Keys.IsSupported(new(7, 2, 1, 99, 256)));
        Assert.False(IkeV1Keys.IsSupported(new(7, 2, 1, 14, 100)));
        Assert.Null(new IkeV1EspTransform(12, 2, 4, 13).Suite);
        Assert.Null(new IkeV1EspTransform(11, 2, 4).Suite);
    }
}
