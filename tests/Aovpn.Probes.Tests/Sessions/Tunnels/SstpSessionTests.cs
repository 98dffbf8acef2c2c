using System.Text;
using Aovpn.Codecs.Ppp;
using Aovpn.Codecs.Sstp;
using Aovpn.Probes.Sessions.Sstp;

namespace Aovpn.Probes.Tests.Sessions.Tunnels;

public sealed class SstpSessionTests
{
    private static readonly byte[] Ok = "HTTP/1.1 200\r\nContent-Length: 18446744073709551615\r\nServer: Microsoft-HTTPAPI/2.0\r\n\r\n"u8.ToArray();

    private static readonly byte[] Ack =
        SstpPacket.Control(SstpMessageType.CallConnectAck, new SstpAttribute(SstpAttribute.CryptoBindingRequest, [0, 0, 0, 3, .. new byte[32]])).Encode();

    private static SstpSession New() => new("vpn.example.com", new Guid("11111111-2222-3333-4444-555555555555"), 0xAABBCCDD);

    private static byte[] Lcp(LcpPacket packet) => SstpPacket.Ppp([0xFF, 0x03, 0xC0, 0x21, .. packet.Encode()]).Encode();

    [Fact]
    public void The_request_is_the_one_every_sstp_server_listens_for()
    {
        var request = Encoding.ASCII.GetString(New().Begin());

        Assert.StartsWith("SSTP_DUPLEX_POST /sra_{BA195980-CD49-458b-9E23-C84EE0ADCD75}/ HTTP/1.1\r\nHost: vpn.example.com\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 18446744073709551615\r\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public void A_call_goes_as_far_as_an_open_link_however_the_bytes_are_cut(int piece)
    {
        var session = New();
        byte[] server =
        [
            .. Ok, .. Ack,
            .. Lcp(new(LcpCode.ConfigureRequest, 1, [PppAuthentication.MsChapV2.ToOption()], [])),
            .. Lcp(new(LcpCode.ConfigureRequest, 2, [PppAuthentication.Eap.ToOption()], [])),
            .. Lcp(new(LcpCode.ConfigureAck, 1, [], [])),
        ];
        var sent = new List<byte>();
        foreach (var chunk in server.Chunk(piece))
            sent.AddRange(session.Take(chunk));

        Assert.Equal((SstpStage.LinkOpen, 200, "Microsoft-HTTPAPI/2.0", (byte)3), (session.Stage, session.HttpStatus, session.HttpServer, session.HashProtocols));
        Assert.Equal([PppAuthentication.MsChapV2, PppAuthentication.Eap], session.Link.Asked);
        Assert.Equal(SstpPacket.Control(SstpMessageType.CallConnectRequest, SstpAttribute.Ppp).Encode(), sent[..14]);
        Assert.NotEmpty(session.End());
    }

    [Fact]
    public void A_server_that_accepts_the_call_and_then_says_nothing_is_left_at_lcp_and_hung_up()
    {
        var session = New();
        session.Take(Ok);
        var asked = session.Take(Ack);

        // MS-SSTP §2.2.2: version 1.0, data, length; PPP's address, control and LCP; Configure-Request (RFC 1661 §5.1) number 1.
        Assert.Equal([0x10, 0x00], asked[..2]);
        Assert.Equal([0xFF, 0x03, 0xC0, 0x21, 0x01, 0x01], asked[4..10]);
        Assert.Equal((SstpStage.LinkNegotiated, null), (session.Stage, session.Problem));
        Assert.Empty(session.Link.Asked);
        Assert.Equal([0x10, 0x01, 0x00, 0x14, 0x00, 0x06], session.End()[^20..^14]);
    }

    [Fact]
    public void A_web_server_is_no_sstp_server()
    {
        var session = New();
        session.Take("HTTP/1.1 404 Not Found\r\nServer: nginx\r\n\r\n"u8);

        Assert.Equal((SstpStage.Refused, 404, "nginx"), (session.Stage, session.HttpStatus, session.HttpServer));
        Assert.Contains("404", session.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_call_keeps_the_servers_status()
    {
        var session = New();
        session.Take(Ok);
        session.Take(SstpPacket.Control(SstpMessageType.CallConnectNak, new SstpAttribute(SstpAttribute.StatusInfo, [0, 0, 0, 1, 0, 0, 0, 4])).Encode());

        Assert.Equal((SstpStage.Refused, 4u, "SSTP_MSG_CALL_CONNECT_NAK"), (session.Stage, session.RefusedWith, session.Problem));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "not HTTP")]
    [InlineData("HTTP/1.1 200\r\n\r\n\u0001\u0002\u0003\u0004", "SSTP.Version")]
    public void Garbage_ends_the_session_with_a_reason(string bytes, string reason)
    {
        var session = New();
        session.Take(Encoding.Latin1.GetBytes(bytes));

        Assert.Equal(SstpStage.Refused, session.Stage);
        Assert.Contains(reason, session.Problem, StringComparison.Ordinal);
    }
}
