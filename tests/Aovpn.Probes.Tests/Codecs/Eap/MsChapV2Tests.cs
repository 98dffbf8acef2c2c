using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Tests.Codecs.Eap;

/// <summary>Vectors of RFC 2759 section 9.2 and RFC 3079 section 3.5.3.</summary>
public sealed class MsChapV2Tests
{
    private const string User = "User", Password = "clientPass";
    private static readonly byte[] Authenticator = Convert.FromHexString("5B5D7C7D7B3F2F3E3C2C602132262628");
    private static readonly byte[] Peer = Convert.FromHexString("21402324255E262A28295F2B3A337C7E");
    private static readonly byte[] NtResponse = Convert.FromHexString("82309ECD8D708B5EA08FAA3981CD83544233114A3D85D6DF");

    [Fact]
    public void The_challenge_hash_is_the_rfcs() => Assert.Equal("D02E4386BCE91226", Convert.ToHexString(MsChapV2.ChallengeHash(Peer, Authenticator, User)));

    [Fact]
    public void The_password_hashes_are_the_rfcs()
    {
        var hash = MsChapV2.NtPasswordHash(Password);

        Assert.Equal("44EBBA8D5312B8D611474411F56989AE", Convert.ToHexString(hash));
        Assert.Equal("41C00C584BD2D91C4017A2A12FA59F3F", Convert.ToHexString(MsChapV2.HashNtPasswordHash(hash)));
    }

    [Theory]
    [InlineData("User")]
    [InlineData("CORP\\User")]
    public void The_response_is_the_rfcs_with_and_without_a_domain(string user) =>
        Assert.Equal(NtResponse, MsChapV2.GenerateNtResponse(Authenticator, Peer, user, Password));

    [Fact]
    public void The_server_proves_itself_as_in_the_rfc()
    {
        var expected = MsChapV2.GenerateAuthenticatorResponse(Password, NtResponse, Peer, Authenticator, User);

        Assert.Equal("S=407A5589115FD0D6209F510FE9C04566932CDA56", expected);
        Assert.True(MsChapV2.CheckAuthenticatorResponse("S=407a5589115fd0d6209f510fe9c04566932cda56 M=Welcome", expected));
        Assert.False(MsChapV2.CheckAuthenticatorResponse("S=407A5589115FD0D6209F510FE9C04566932CDA57", expected));
        Assert.False(MsChapV2.CheckAuthenticatorResponse("S=", expected));
    }

    [Fact]
    public void Keys_are_the_rfcs()
    {
        var master = MppeKeys.MasterKey(Convert.FromHexString("41C00C584BD2D91C4017A2A12FA59F3F"), NtResponse);
        var keys = MppeKeys.Derive(Password, NtResponse);

        Assert.Equal("FDECE3717A8C838CB388E527AE3CDD31", Convert.ToHexString(master));
        Assert.Equal("8B7CDC149B993A1BA118CB153F56DCCB", Convert.ToHexString(keys.ClientReceive.Span));
        Assert.Equal(keys.ClientSend.ToArray(), keys.MasterSessionKey()[..16]);
        Assert.Equal(64, keys.MasterSessionKey().Length);
        Assert.Equal("(MPPE keys)", keys.ToString());
    }

    [Theory]
    [InlineData("E=691 R=1 C=00112233445566778899AABBCCDDEEFF V=3 M=Authentication failed", 691, true, 3, "Authentication failed")]
    [InlineData("E=648 R=0 V=3", 648, false, 3, null)]
    [InlineData("M=only words E=1", null, null, null, "only words E=1")]
    [InlineData("V=3 E=709", 709, null, 3, null)]
    [InlineData("E=x R=7", null, null, null, null)]
    [InlineData("", null, null, null, null)]
    public void A_failure_is_read_field_by_field(string message, int? error, bool? retry, int? version, string? text) =>
        Assert.Equal(new MsChapV2Failure(error, retry, version, text), MsChapV2Failure.Parse(message));

    public static TheoryData<MsChapV2Packet> Packets =>
    [
        new MsChapV2Packet.Challenge(7, [.. Authenticator], "nps1"),
        new MsChapV2Packet.Response(7, [.. Peer], [.. NtResponse], User),
        new MsChapV2Packet.Success(7, "S=00 M=OK"),
        new MsChapV2Packet.Failure(7, "E=691 R=0"),
        new MsChapV2Packet.Acknowledgement(MsChapV2OpCode.Success),
    ];

    [Theory]
    [MemberData(nameof(Packets))]
    public void A_packet_comes_back_as_the_same_bytes(MsChapV2Packet packet)
    {
        var encoded = packet.Encode();

        var decoded = MsChapV2Packet.Decode(encoded);

        Assert.IsType(packet.GetType(), decoded);
        Assert.Equal(encoded, decoded.Encode());
    }

    [Fact]
    public void Every_shorter_response_names_the_field_it_lacks()
    {
        var sample = new MsChapV2Packet.Response(7, [.. Peer], [.. NtResponse], User).Encode();
        for (var length = 2; length < sample.Length; length++)
        {
            var error = Assert.Throws<MalformedException>(() => MsChapV2Packet.Decode(sample.AsSpan(0, length)));
            Assert.StartsWith("MsChapV2.", error.Field, StringComparison.Ordinal);
        }
    }
}
