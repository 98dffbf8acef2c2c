using Aovpn.Codecs;
using Aovpn.Codecs.Eap;
using CsCheck;

namespace Aovpn.Probes.Tests.Codecs.Eap;

public sealed class EapTlsFrameTests
{
    [Fact]
    public void Fragments_of_any_size_join_to_the_same_flight() =>
        Gen.Select(Gen.Byte.Array[0, 5000], Gen.Int[1, 1500]).Sample((flight, size) =>
        {
            var fragments = new EapTlsFragments(flight, size);
            var reassembly = new EapTlsReassembly();
            byte[]? whole;
            do
            {
                whole = reassembly.Add(EapTlsFrame.Decode(fragments.Next().Encode()));
            }
            while (whole is null);

            return whole.AsSpan().SequenceEqual(flight) && !reassembly.IsUnderWay;
        });

    [Fact]
    public void The_first_of_several_fragments_has_the_length_of_all()
    {
        var fragments = new EapTlsFragments(new byte[2500], 1000);

        var first = fragments.Next();
        var second = fragments.Next();
        var third = fragments.Next();

        Assert.Equal((2500u, EapTlsFlags.LengthIncluded | EapTlsFlags.MoreFragments), (first.TlsLength, first.Flags));
        Assert.Equal((null, EapTlsFlags.MoreFragments), (second.TlsLength, second.Flags));
        Assert.Equal((500, EapTlsFlags.None), (third.Data.Length, third.Flags));
    }

    [Fact]
    public void A_single_frame_needs_no_length() => Assert.Equal([0, 1, 2], new EapTlsFragments(new byte[] { 1, 2 }, 10).Next().Encode());

    [Fact]
    public void The_version_of_peap_is_apart_from_the_flags()
    {
        var frame = EapTlsFrame.Decode([0x21]);

        Assert.True(frame.IsStart);
        Assert.Equal(1, frame.Version);
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData((uint)EapTlsReassembly.Largest + 1)]
    public void A_flight_without_end_is_refused_before_it_is_stored(uint announced)
    {
        var error = Assert.Throws<MalformedException>(() => new EapTlsReassembly().Add(new(EapTlsFlags.LengthIncluded | EapTlsFlags.MoreFragments, 0, announced, [1])));

        Assert.Contains("more than the", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_announced_is_refused()
    {
        var reassembly = new EapTlsReassembly();
        reassembly.Add(new(EapTlsFlags.LengthIncluded | EapTlsFlags.MoreFragments, 0, 3, [1, 2]));

        Assert.Throws<MalformedException>(() => reassembly.Add(new(EapTlsFlags.None, 0, null, [3, 4])));
        Assert.False(reassembly.IsUnderWay);
    }

    [Fact]
    public void Less_than_announced_is_refused() =>
        Assert.Throws<MalformedException>(() => new EapTlsReassembly().Add(new(EapTlsFlags.LengthIncluded, 0, 3, [1, 2])));

    [Fact]
    public void Empty_fragments_without_end_are_refused() =>
        Assert.Throws<MalformedException>(() => new EapTlsReassembly().Add(new(EapTlsFlags.MoreFragments, 0, null, [])));
}
