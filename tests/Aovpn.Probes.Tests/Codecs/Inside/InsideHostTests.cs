using System.Diagnostics;
using System.Net;
using Aovpn.Codecs;
using Aovpn.Codecs.Inside;
using Aovpn.Codecs.Pcap;
using Aovpn.Probes.Tests.Support;

namespace Aovpn.Probes.Tests.Codecs.Inside;

public sealed class InsideHostTests
{
    private static readonly InsideHost Four = new(IPAddress.Parse("10.10.8.10"));
    private static readonly InsideHost Six = new(IPAddress.Parse("2001:db8::10"));
    private static readonly IPAddress Server4 = IPAddress.Parse("10.10.0.30"), Server6 = IPAddress.Parse("2001:db8::30");

    [Fact]
    public void Wireshark_finds_every_checksum_right()
    {
        var capture = new CaptureWriter();
        foreach (var (host, to) in ((InsideHost, IPAddress)[])[(Four, Server4), (Six, Server6)])
        {
            capture.Frame(host.Ping(to, 7, 1, "aovpn"u8)).Frame(host.Datagram(to, 40000, 9, "odd"u8))
                .Frame(host.Segment(to, 40001, 443, 1000, 0, syn: true)).Frame(host.Segment(to, 40001, 443, 1001, 5, ack: true, rst: true));
        }

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, capture.Pcap());
            string[] arguments =
            [
                "-r", file, "-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE",
                "-T", "fields", "-e", "ip.checksum.status", "-e", "udp.checksum.status", "-e", "tcp.checksum.status", "-e", "icmp.checksum.status", "-e", "icmpv6.checksum.status",
            ];
            var start = new ProcessStartInfo("tshark") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            using var tshark = Process.Start(start)!;
            _ = tshark.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var lines = tshark.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

            Assert.Equal(8, lines.Length);
            Assert.All(lines, line => Assert.All(line.Split('\t').Where(cell => cell.Length > 0), cell => Assert.Equal("1", cell)));
            Assert.All(lines, line => Assert.Contains("1", line, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Replies_are_told_apart()
    {
        var server = new InsideHost(Server4);
        byte[] echo = [0, 0, 0, 0, 0, 7, 0, 1];

        var ping = Assert.IsType<InsideReply.Echo>(Four.Read(CaptureWriter.Ipv4("10.10.0.30", "10.10.8.10", 1, echo)));
        var answer = Assert.IsType<InsideReply.Datagram>(Four.Read(server.Datagram(Four.Address, 53, 40000, [1, 2])));
        var open = Assert.IsType<InsideReply.Segment>(Four.Read(server.Segment(Four.Address, 443, 40001, 9, 1001, syn: true, ack: true)));
        byte[] closed = [3, 3, 0, 0, 0, 0, 0, 0, .. Four.Datagram(Server4, 40000, 53, [1])];
        var refused = Assert.IsType<InsideReply.Unreachable>(Four.Read(CaptureWriter.Ipv4("10.10.0.30", "10.10.8.10", 1, closed)));

        Assert.Equal((7, 1), (ping.Identifier, ping.Sequence));
        Assert.Equal((53, 40000), (answer.FromPort, answer.ToPort));
        Assert.True(open.Content is { Syn: true, Ack: true, Acknowledgment: 1001 });
        Assert.Equal((3, 17, "10.10.0.30:53"), (refused.Code, refused.Protocol, refused.Target.ToString()));
        Assert.Null(Six.Read(server.Datagram(Four.Address, 53, 40000, [1])));
    }

    [Fact]
    public void A_tcp_connection_is_asked_for_and_given_up_in_these_bytes()
    {
        var host = new InsideHost(Four.Address);

        // SYN with a maximum segment size of 1300; after SYN-ACK 0x01020304, RST and ACK. Checksums computed by another program.
        Assert.Equal("4500002c0001400040061e900a0a080a0a0a001e9c4101bb000003e800000000600240009aa6000002040514", Convert.ToHexStringLower(host.Segment(Server4, 40001, 443, 1000, 0, syn: true)));
        Assert.Equal("450000280002400040061e930a0a080a0a0a001e9c4101bb000003e90102030550144000ada80000", Convert.ToHexStringLower(host.Segment(Server4, 40001, 443, 1001, 0x01020305, ack: true, rst: true)));
    }

    [Theory]
    [InlineData("4500002c0001400040061e900a0a001e0a0a080a01bb9c4101020304000003e96012ffffd5ef0000020405b4", true, false)]
    [InlineData("450000280001400040061e940a0a001e0a0a080a01bb9c4100000000000003e950140000f1af0000", false, true)]
    public void What_tcp_answers_is_read_from_these_bytes(string packet, bool syn, bool rst)
    {
        var answer = Assert.IsType<InsideReply.Segment>(Four.Read(Convert.FromHexString(packet)));

        Assert.Equal((Server4, 443, 40001, 1001u), (answer.From, answer.Content.SourcePort, answer.Content.DestinationPort, answer.Content.Acknowledgment));
        Assert.Equal((syn, true, rst), (answer.Content.Syn, answer.Content.Ack, answer.Content.Rst));
    }

    [Fact]
    public void Six_is_answered_as_four_is()
    {
        var reply = Six.Ping(Server6, 7, 1, []);
        (reply[40], reply[41]) = (129, 0);
        Server6.GetAddressBytes().CopyTo(reply, 8);
        Six.Address.GetAddressBytes().CopyTo(reply, 24);

        Assert.IsType<InsideReply.Echo>(Six.Read(reply));
    }

    [Fact]
    public void A_cut_reply_is_malformed()
    {
        var whole = new InsideHost(Server4).Segment(Four.Address, 443, 40001, 9, 1001, syn: true, ack: true);
        for (var length = 0; length < whole.Length - 4; length++)
            Assert.Throws<MalformedException>(() => Four.Read(whole.AsMemory(0, length)));
        Assert.Equal(6, IpPacket.Read(whole).Protocol);
    }
}
