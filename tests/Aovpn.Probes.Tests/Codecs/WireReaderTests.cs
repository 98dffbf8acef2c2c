using Aovpn.Codecs;

namespace Aovpn.Probes.Tests.Codecs;

public sealed class WireReaderTests
{
    [Fact]
    public void Numbers_are_read_in_network_byte_order()
    {
        var reader = new WireReader([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        Assert.Equal((byte)1, reader.U8("a"));
        Assert.Equal((ushort)0x0203, reader.U16("b"));
        Assert.Equal(0x040506, reader.U24("c"));
        Assert.Equal(0x0708090Au, reader.U32("d"));
        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void A_field_that_is_too_long_is_named_with_its_place()
    {
        var error = Assert.Throws<MalformedException>(() =>
        {
            var reader = new WireReader([0, 0, 9]);
            reader.Take(2, "Header");
            reader.U32("Notify.Type");
        });

        Assert.Equal(("Notify.Type", 2), (error.Field, error.Offset));
        Assert.Equal("Notify.Type at byte 2 needs 4 bytes, 1 left", error.Message);
    }

    [Fact]
    public void A_reader_within_another_counts_from_the_outermost_message()
    {
        var error = Assert.Throws<MalformedException>(() =>
        {
            var reader = new WireReader([0, 0, 9, 9, 9]);
            reader.U16("Header");
            var within = reader.Within(2, "Body");
            within.U8("Body.First");
            within.U16("Body.Second");
        });

        Assert.Equal(3, error.Offset);
    }

    [Fact]
    public void A_length_is_filled_in_when_its_content_is_known()
    {
        var written = new WireWriter().U8(1).LengthPrefixed16(body => body.U24(0x010203), extra: 4).ToArray();

        Assert.Equal([1, 0, 7, 1, 2, 3], written);
    }
}
