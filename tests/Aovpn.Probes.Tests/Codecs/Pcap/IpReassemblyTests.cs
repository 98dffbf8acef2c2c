using Aovpn.Codecs.Pcap;
using Aovpn.Probes.Tests.Support;

namespace Aovpn.Probes.Tests.Codecs.Pcap;

public sealed class IpReassemblyTests
{
    private static readonly byte[] Datagram = CaptureWriter.UdpPayload(500, 500, [.. Enumerable.Range(0, 40).Select(i => (byte)i)]);

    private static IpPacket Piece(int from, int to, bool more) => IpPacket.Read(CaptureWriter.Ipv4("198.51.100.10", "203.0.113.10", 17, Datagram[from..to], 7, from, more));

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 2, 0)]
    public void Fragments_make_a_packet_in_whatever_order_they_come(int a, int b, int c)
    {
        IpPacket[] pieces = [Piece(0, 16, true), Piece(16, 32, true), Piece(32, 48, false)];
        var reassembly = new IpReassembly();

        Assert.Null(reassembly.Add(1, pieces[a]));
        Assert.Null(reassembly.Add(2, pieces[b]));
        var whole = reassembly.Add(3, pieces[c]);

        Assert.NotNull(whole);
        Assert.Equal(Datagram, whole.Payload.ToArray());
        Assert.Empty(reassembly.Incomplete());
    }

    [Fact]
    public void A_packet_whose_second_fragment_never_comes_is_told_with_its_ports()
    {
        var reassembly = new IpReassembly();
        reassembly.Add(4, Piece(0, 16, true));
        reassembly.Add(6, Piece(32, 48, false));

        var lost = Assert.Single(reassembly.Incomplete());
        Assert.Equal((4, 6, "203.0.113.10"), (lost.FirstFrame, lost.LastFrame, lost.Destination.ToString()));
        Assert.Equal(500, UdpDatagram.Read(lost.Head!.Value).SourcePort);
    }
}
