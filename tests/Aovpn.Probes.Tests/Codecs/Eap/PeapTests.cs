using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Tests.Codecs.Eap;

public sealed class PeapTests
{
    [Fact]
    public void Inner_packets_travel_without_their_header()
    {
        var identity = EapPacket.Response(9, EapType.Identity, "alice"u8);

        var packed = PeapInner.Pack(identity);

        Assert.Equal([1, .. "alice"u8], packed);
        var unpacked = PeapInner.Unpack(packed, EapCode.Response, 9);
        Assert.Equal(identity.Encode(), unpacked.Encode());
    }

    [Fact]
    public void Extensions_travel_whole()
    {
        var extensions = EapPacket.Request(4, EapType.Extensions, PeapTlv.EncodeAll(PeapTlv.Result(true)));

        var packed = PeapInner.Pack(extensions);

        Assert.Equal(Convert.FromHexString("0104000B21800300020001"), packed);
        Assert.Equal(4, PeapInner.Unpack(packed, EapCode.Request, 99).Identifier);
    }

    [Theory]
    [InlineData("0105000501", 5)]
    [InlineData("01", 99)]
    public void An_identity_request_is_read_with_and_without_header(string content, byte identifier)
    {
        var packet = PeapInner.Unpack(Convert.FromHexString(content), EapCode.Request, 99);

        Assert.Equal((EapType.Identity, identifier), (packet.Type, packet.Identifier));
    }

    [Fact]
    public void Nothing_is_no_packet() => Assert.Throws<MalformedException>(() => PeapInner.Unpack([], EapCode.Request, 1));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_result_says_which(bool success) => Assert.Equal(success, PeapTlv.DecodeAll(PeapTlv.EncodeAll(PeapTlv.Result(success)))[0].ResultSuccess);

    [Fact]
    public void A_result_of_another_value_says_nothing() => Assert.Null(new PeapTlv(true, PeapTlvType.Result, [0, 9]).ResultSuccess);

    [Fact]
    public void Cryptobinding_verifies_with_its_own_keys_only()
    {
        var tunnel = Enumerable.Range(0, 60).Select(i => (byte)i).ToArray();
        var keys = new PeapKeys(tunnel, [1, 2, 3]);
        var binding = PeapCryptoBinding.Decode(new PeapCryptoBinding(0, 0, false, [.. new byte[32]], []).Signed(keys).ToTlv());

        Assert.True(binding.Verifies(keys));
        Assert.False(binding.Verifies(new(tunnel, [1, 2, 4])));
        Assert.False((binding with { IsResponse = true }).Verifies(keys));
        Assert.False((binding with { Nonce = [.. Enumerable.Repeat((byte)1, 32)] }).Verifies(keys));
    }

    [Fact]
    public void Every_shorter_binding_names_the_field_it_lacks()
    {
        var value = new PeapCryptoBinding(0, 0, false, [.. new byte[32]], [.. new byte[20]]).ToTlv().Value;
        for (var length = 0; length < value.Length; length++)
        {
            var error = Assert.Throws<MalformedException>(() => PeapCryptoBinding.Decode(new(false, PeapTlvType.CryptoBinding, value[..length])));
            Assert.StartsWith("CryptoBinding.", error.Field, StringComparison.Ordinal);
        }
    }
}
