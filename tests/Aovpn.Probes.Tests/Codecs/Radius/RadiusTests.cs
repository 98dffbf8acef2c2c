using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Radius;
using CsCheck;

namespace Aovpn.Probes.Tests.Codecs.Radius;

public sealed class RadiusTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("xyzzy5461");

    /// <summary>The example of RFC 2865 section 7.1.</summary>
    private static readonly byte[] RequestAuthenticator = Convert.FromHexString("0f403f9473978057bd83d5cb98f4227a");
    private static readonly byte[] Accept = Convert.FromHexString("0200002686fe220e7624ba2a1005f6bf9b55e0b20606000000010f06000000000e06c0a80103");

    [Fact]
    public void A_password_is_hidden_as_in_the_rfc() =>
        Assert.Equal("0DBE708D93D413CE3196E43F782A0AEE", Convert.ToHexString(RadiusHiding.HidePassword("arctangent"u8, Secret, RequestAuthenticator)));

    [Fact]
    public void The_rfcs_response_is_genuine()
    {
        var verification = RadiusSigning.VerifyResponse(Accept, RequestAuthenticator, Secret);

        Assert.Equal(new RadiusVerification(true, MessageAuthenticatorState.Absent, false), verification);
        Assert.False(RadiusSigning.VerifyResponse(Accept, RequestAuthenticator, "xyzzy5462"u8).IsGenuine);
    }

    [Fact]
    public void The_rfcs_response_comes_back_as_the_same_bytes()
    {
        var packet = RadiusPacket.Decode(Accept);

        Assert.Equal(RadiusCode.AccessAccept, packet.Code);
        Assert.Equal(1u, packet.First(RadiusAttributeType.ServiceType)?.Integer);
        Assert.Equal(Accept, packet.Encode());
    }

    [Fact]
    public void Every_shorter_packet_names_the_field_it_lacks()
    {
        for (var length = 0; length < Accept.Length; length++)
        {
            var error = Assert.Throws<MalformedException>(() => RadiusPacket.Decode(Accept.AsSpan(0, length)));
            Assert.StartsWith("Radius.", error.Field, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public void An_attribute_that_overruns_is_malformed(byte length)
    {
        var bytes = Accept.ToArray();
        bytes[21] = length;

        Assert.StartsWith("Attribute.", Assert.Throws<MalformedException>(() => RadiusPacket.Decode(bytes)).Field, StringComparison.Ordinal);
    }

    [Fact]
    public void An_eap_packet_of_any_size_is_split_and_joined() =>
        Gen.Byte.Array[1, 3000].Sample(eap =>
        {
            var packet = new RadiusPacket(RadiusCode.AccessChallenge, 1, [.. new byte[16]], [.. RadiusPacket.SplitEap(eap)]);
            return RadiusPacket.Decode(packet.Encode()).EapMessage().AsSpan().SequenceEqual(eap);
        });

    [Fact]
    public void A_message_authenticator_goes_first_and_is_checked()
    {
        var request = RadiusSigning.EncodeRequest(RadiusCode.AccessRequest, 5, RequestAuthenticator, [RadiusAttribute.OfText(RadiusAttributeType.UserName, "alice")], Secret);
        var response = RadiusSigning.EncodeResponse(RadiusCode.AccessReject, 5, RequestAuthenticator, [RadiusAttribute.OfText(RadiusAttributeType.ReplyMessage, "no")], Secret);

        Assert.Equal(MessageAuthenticatorState.Right, RadiusSigning.VerifyRequest(request, Secret));
        Assert.Equal(MessageAuthenticatorState.Wrong, RadiusSigning.VerifyRequest(request, "other"u8));
        Assert.Equal(new RadiusVerification(true, MessageAuthenticatorState.Right, true), RadiusSigning.VerifyResponse(response, RequestAuthenticator, Secret));
        response[^1] ^= 1;
        Assert.False(RadiusSigning.VerifyResponse(response, RequestAuthenticator, Secret).IsGenuine);
    }

    [Fact]
    public void Keys_are_revealed_with_the_secret_only()
    {
        var key = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();
        var hidden = RadiusHiding.HideKey(key, [0x80, 7], Secret, RequestAuthenticator);

        Assert.Equal(50, hidden.Length);
        Assert.Equal(key, RadiusHiding.RevealKey(hidden, Secret, RequestAuthenticator));
        Assert.NotEqual(key, RadiusHiding.RevealKey(hidden, "other"u8, RequestAuthenticator) ?? []);
        Assert.Null(RadiusHiding.RevealKey(hidden.AsSpan(0, 17), Secret, RequestAuthenticator));
    }

    [Fact]
    public void Vendor_attributes_are_found_and_damaged_ones_are_none()
    {
        var key = new RadiusVendorAttribute(RadiusVendorAttribute.Microsoft, RadiusVendorAttribute.MsMppeSendKey, [1, 2, 3]);

        Assert.Equal(key.Value, RadiusVendorAttribute.In(key.ToAttribute()).Single().Value);
        Assert.Empty(RadiusVendorAttribute.In(new(RadiusAttributeType.VendorSpecific, [0, 0, 1, 0x37, 16, 9, 1])));
        Assert.Empty(RadiusVendorAttribute.In(new(RadiusAttributeType.VendorSpecific, [0, 0, 1])));
    }
}
