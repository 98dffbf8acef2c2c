using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Tests.Codecs.Eap;

public sealed class EapPacketTests
{
    [Theory]
    [InlineData("0107000501")]
    [InlineData("0207000A01616C696365")]
    [InlineData("03070004")]
    [InlineData("04FF0004")]
    [InlineData("010800061920")]
    [InlineData("0109000CFE00013700000021")]
    public void A_packet_comes_back_as_the_same_bytes(string hexadecimal)
    {
        var bytes = Convert.FromHexString(hexadecimal);

        Assert.Equal(bytes, EapPacket.Decode(bytes).Encode());
    }

    [Fact]
    public void Padding_behind_the_length_is_ignored()
    {
        var packet = EapPacket.Decode([2, 7, 0, 6, 1, (byte)'a', 0, 0, 0]);

        Assert.Equal((EapCode.Response, EapType.Identity), (packet.Code, packet.Type));
        Assert.Equal([(byte)'a'], packet.Data);
    }

    [Fact]
    public void Every_shorter_packet_names_the_field_it_lacks()
    {
        byte[] sample = [1, 7, 0, 9, 26, 1, 2, 3, 4];
        for (var length = 0; length < sample.Length; length++)
        {
            var error = Assert.Throws<MalformedException>(() => EapPacket.Decode(sample.AsSpan(0, length)));
            Assert.StartsWith("Eap.", error.Field, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_length_below_the_header_is_malformed() =>
        Assert.Equal("Eap.Length", Assert.Throws<MalformedException>(() => EapPacket.Decode([1, 7, 0, 3, 1])).Field);

    [Fact]
    public void An_unknown_type_keeps_its_number() => Assert.Equal("EAP type 99", EapPacket.Decode([1, 1, 0, 5, 99]).Type.ToString());

    [Fact]
    public void An_expanded_type_says_whose_it_is() =>
        Assert.Equal(new EapExpandedType(EapExpandedType.Microsoft, 33), EapExpandedType.Decode([0, 1, 0x37, 0, 0, 0, 33]));
}
