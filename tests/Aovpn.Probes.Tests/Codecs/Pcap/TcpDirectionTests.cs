using System.Text;
using Aovpn.Codecs.Pcap;

namespace Aovpn.Probes.Tests.Codecs.Pcap;

public sealed class TcpDirectionTests
{
    private static TcpSegment Segment(uint sequence, string text, bool syn = false) =>
        new(49152, 443, sequence, 0, syn, false, false, false, Encoding.ASCII.GetBytes(text));

    [Theory]
    [InlineData(1000u)]
    [InlineData(uint.MaxValue - 3)]
    public void Segments_that_come_early_twice_or_overlapping_give_the_text_once(uint start)
    {
        var direction = new TcpDirection();
        var text = new StringBuilder();
        foreach (var segment in (TcpSegment[])[Segment(start, "", syn: true), Segment(start + 1, "abc"), Segment(start + 7, "ghi"), Segment(start + 1, "abc"), Segment(start + 3, "cdef")])
        {
            foreach (var bytes in direction.Add(segment))
                text.Append(Encoding.ASCII.GetString(bytes.Span));
        }

        Assert.Equal("abcdefghi", text.ToString());
        Assert.Equal((1, false), (direction.Retransmissions, direction.HasGap));
    }

    [Fact]
    public void Bytes_that_never_come_leave_a_gap()
    {
        var direction = new TcpDirection();
        Assert.Single(direction.Add(Segment(1, "a")));
        Assert.Empty(direction.Add(Segment(3, "c")));

        Assert.True(direction.HasGap);
    }
}
