using Aovpn.Codecs;
using Aovpn.Codecs.L2tp;
using Aovpn.Codecs.Ppp;
using Aovpn.Codecs.Pptp;
using Aovpn.Codecs.Sstp;

namespace Aovpn.Probes.Tests.Codecs.Tunnels;

/// <summary>SSTP, L2TP, PPTP and PPP from literal bytes, laid out by hand from the diagrams of their documents.</summary>
public sealed class TunnelCodecTests
{
    // [MS-SSTP] 2.2.9: Call Connect Request with Encapsulated Protocol ID PPP.
    private static readonly byte[] SstpRequest = [0x10, 0x01, 0x00, 0x0E, 0x00, 0x01, 0x00, 0x01, 0x00, 0x01, 0x00, 0x06, 0x00, 0x01];

    // [MS-SSTP] 2.2.10: Call Connect Acknowledge whose Crypto Binding Request allows SHA-256.
    private static readonly byte[] SstpAck = [0x10, 0x01, 0x00, 0x30, 0x00, 0x02, 0x00, 0x01, 0x00, 0x04, 0x00, 0x28, 0, 0, 0, 0x02, .. Enumerable.Range(0, 32).Select(i => (byte)i)];

    // RFC 1661 6.2, RFC 2759: LCP asks for MS-CHAP v2, MRU 1400 and gives a magic number.
    private static readonly byte[] LcpRequest = [1, 7, 0, 19, 1, 4, 0x05, 0x78, 3, 5, 0xC2, 0x23, 0x81, 5, 6, 0xDE, 0xAD, 0xBE, 0xEF];

    // RFC 2661 3.1, 4.4.1: SCCRQ with message type, host name and assigned tunnel id.
    private static readonly byte[] L2tpRequest =
    [
        0xC8, 0x02, 0x00, 0x25, 0, 0, 0, 0, 0, 0, 0, 0,
        0x80, 0x08, 0, 0, 0, 0, 0, 1,
        0x80, 0x09, 0, 0, 0, 7, (byte)'p', (byte)'c', (byte)'1',
        0x80, 0x08, 0, 0, 0, 9, 0x12, 0x34,
    ];

    // RFC 2637 2.2: Start-Control-Connection-Reply, result 4: not authorised.
    private static readonly byte[] PptpReply = [0, 156, 0, 1, 0x1A, 0x2B, 0x3C, 0x4D, 0, 2, 0, 0, 1, 0, 4, 0, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 1, .. Text("gw"), .. Text("Example")];

    private static IEnumerable<byte> Text(string text) => text.PadRight(64, '\0').Select(c => (byte)c);

    public static TheoryData<string> Codecs => ["sstp request", "sstp ack", "lcp", "l2tp", "pptp"];

    private static byte[] Sample(string codec) => codec switch
    {
        "sstp request" => SstpRequest,
        "sstp ack" => SstpAck,
        "lcp" => LcpRequest,
        "l2tp" => L2tpRequest,
        _ => PptpReply,
    };

    private static byte[] DecodeAndEncode(string codec, byte[] bytes) => codec switch
    {
        "lcp" => LcpPacket.Decode(bytes).Encode(),
        "l2tp" => L2tpPacket.Decode(bytes).Encode(),
        "pptp" => PptpMessage.Decode(bytes).Encode(),
        _ => SstpPacket.Decode(bytes).Encode(),
    };

    [Theory]
    [MemberData(nameof(Codecs))]
    public void What_is_decoded_encodes_to_the_same_bytes(string codec) => Assert.Equal(Sample(codec), DecodeAndEncode(codec, Sample(codec)));

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Every_shorter_message_names_the_field_it_lacks(string codec)
    {
        var sample = Sample(codec);
        for (var length = 0; length < sample.Length; length++)
        {
            var error = Assert.Throws<MalformedException>(() => DecodeAndEncode(codec, sample[..length]));
            Assert.Contains('.', error.Field);
        }
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void A_flipped_bit_decodes_or_is_malformed(string codec)
    {
        for (var bit = 0; bit < Sample(codec).Length * 8; bit++)
        {
            var flipped = Sample(codec).ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                DecodeAndEncode(codec, flipped);
            }
            catch (MalformedException)
            {
            }
        }
    }

    [Fact]
    public void Sstp_names_its_messages_and_the_hashes_a_server_allows()
    {
        var packet = SstpPacket.Decode(SstpAck);

        Assert.Equal("SSTP_MSG_CALL_CONNECT_ACK", packet.Message.ToString());
        Assert.Equal((byte)2, Assert.Single(packet.Attributes).HashProtocols);
        Assert.Equal(SstpRequest, SstpPacket.Control(SstpMessageType.CallConnectRequest, SstpAttribute.Ppp).Encode());
    }

    [Fact]
    public void Lcp_tells_what_it_asks_the_peer_to_prove_itself_with()
    {
        var packet = LcpPacket.Decode(LcpRequest);

        Assert.Equal(PppAuthentication.MsChapV2, packet.Authentication);
        Assert.Equal("MS-CHAP v2", packet.Authentication.ToString());
        Assert.Equal(LcpCode.ConfigureRequest, packet.Code);
    }

    [Fact]
    public void L2tp_gives_its_message_type_and_attributes()
    {
        var packet = L2tpPacket.Decode(L2tpRequest);

        Assert.Equal(("SCCRQ", 3), (packet.Message.ToString(), packet.Attributes.Length));
        Assert.Equal((ushort)0x1234, packet.Attributes[2].Number);
        Assert.Equal(((ushort)0, (ushort)0), (packet.Ns, packet.Nr));
    }

    [Fact]
    public void Pptp_gives_result_and_vendor()
    {
        var reply = PptpMessage.Decode(PptpReply);

        Assert.Equal(((byte)4, (byte)0, "Example"), (reply.Result, reply.Error, reply.Vendor));
        Assert.Equal(156, PptpMessage.StartRequest("client", "aovpn").Encode().Length);
        Assert.Equal(168, PptpMessage.CallRequest(1).Encode().Length);
    }

    [Fact]
    public void An_attribute_shorter_than_its_header_is_no_endless_loop()
    {
        var l2tp = L2tpRequest.ToArray();
        l2tp[13] = 0;
        Assert.Equal("L2TP.AVP.Length", Assert.Throws<MalformedException>(() => L2tpPacket.Decode(l2tp)).Field);
        var lcp = LcpRequest.ToArray();
        lcp[5] = 0;
        Assert.Equal("LCP.Option.Length", Assert.Throws<MalformedException>(() => LcpPacket.Decode(lcp)).Field);
    }
}
