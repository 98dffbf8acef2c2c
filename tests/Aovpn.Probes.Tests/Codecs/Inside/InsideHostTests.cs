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
