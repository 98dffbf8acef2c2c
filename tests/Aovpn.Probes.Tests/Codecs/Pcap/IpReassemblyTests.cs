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

    [Fact]
    public void Fragments_that_overlap_with_the_same_bytes_make_the_packet()
    {
        var reassembly = new IpReassembly();
        Assert.Null(reassembly.Add(1, Piece(0, 24, true)));
        Assert.Null(reassembly.Add(2, Piece(40, 48, false)));
        Assert.Equal(Datagram, reassembly.Add(3, Piece(16, 40, true))!.Payload.ToArray());
        Assert.Empty(reassembly.Incomplete());
    }

    [Fact]
    public void Bytes_enough_with_a_gap_are_no_packet_until_the_gap_is_filled()
    {
        var reassembly = new IpReassembly();
        Assert.Null(reassembly.Add(1, Piece(0, 24, true)));
        Assert.Null(reassembly.Add(2, Piece(8, 32, true)));
        Assert.Null(reassembly.Add(3, Piece(40, 48, false)));
        Assert.Single(reassembly.Incomplete());
        Assert.Equal(Datagram, reassembly.Add(4, Piece(32, 40, true))!.Payload.ToArray());
    }

    [Fact]
    public void A_piece_repeated_is_counted_once()
    {
        var reassembly = new IpReassembly();
        Assert.Null(reassembly.Add(1, Piece(0, 24, true)));
        Assert.Null(reassembly.Add(2, Piece(0, 24, true)));
        Assert.NotNull(reassembly.Add(3, Piece(24, 48, false)));
    }

    [Fact]
    public void A_piece_behind_the_last_one_makes_no_packet()
    {
        var reassembly = new IpReassembly();
        Assert.Null(reassembly.Add(1, Piece(0, 32, true)));
        Assert.Null(reassembly.Add(2, Piece(40, 48, true)));
        Assert.Null(reassembly.Add(3, Piece(32, 40, false)));
        Assert.Single(reassembly.Incomplete());
    }

    [Fact]
    public void A_packet_longer_than_any_is_never_joined()
    {
        var reassembly = new IpReassembly();
        Assert.Null(reassembly.Add(1, Piece(0, 16, true)));
        Assert.Null(reassembly.Add(2, Piece(0, 48, false) with { FragmentOffset = 65_528 }));
        Assert.Equal(1, Assert.Single(reassembly.Incomplete()).FirstFrame);
    }

    [Fact]
    public void An_identification_used_again_starts_a_new_packet()
    {
        var reassembly = new IpReassembly();
        for (var round = 0; round < 3; round++)
        {
            Assert.Null(reassembly.Add(round, Piece(0, 24, true)));
            Assert.Equal(Datagram, reassembly.Add(round, Piece(24, 48, false))!.Payload.ToArray());
        }
    }
}
