namespace Aovpn.Generators.Evtx;

/// <summary>Logs that no Windows writes and that keep the format all the same: any type of value in any place, arrays, nesting, by seed.</summary>
public static class OddEvents
{
    private static readonly byte[] Types =
        [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x20, 0x21, 0x23];

    private static readonly string[] Texts = ["", "alice", "<&>'\"", "]]>", "\u0001\uFFFE", "\uD83D\uDD11", "\uDC00", "Zürich", "  ", "a\r\nb", "東京", "{0}", "%%4117"];

    /// <summary>A log of one chunk with a few events.</summary>
    public static byte[] Log(Random random)
    {
        var writer = new EvtxWriter { IsDirty = random.Next(4) == 0, Unannounced = random.Next(8) == 0 ? 1 : 0 };
        for (var count = 1 + random.Next(4); count > 0; count--)
            writer.Add(Any(random));
        return writer.ToArray();
    }

    private static WrittenEvent Any(Random random) =>
        new(Texts[random.Next(Texts.Length)], (ushort)random.Next(65536), (ulong)random.NextInt64(), EvtxSamples.Begin.AddSeconds(random.Next(100_000)))
        {
            IsForwarded = random.Next(4) == 0,
            Strings = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Texts[random.Next(Texts.Length)])],
            Binary = random.Next(2) == 0 ? Bytes(random) : null,
            Named = random.Next(2) == 0 ? [.. Enumerable.Range(0, 1 + random.Next(6)).Select(index => (FormattableString.Invariant($"Datum{index}"), Value(random, 0)))] : [],
            UserData = random.Next(4) == 0 ? Element(random, 0) : null,
        };

    private static WrittenValue Value(Random random, int depth)
    {
        var type = Types[random.Next(Types.Length)];
        if (type == 0x21)
            return depth > 3 ? WrittenValue.Null : WrittenValue.Xml(chunk => Nested(chunk, random, depth + 1));
        if (random.Next(4) == 0 && type > 0)
            type |= 0x80;
        return (type & 0x7F) == 0x01 ? WrittenValue.Of(type, System.Text.Encoding.Unicode.GetBytes(string.Join('\0', Texts.Take(random.Next(4))))) : WrittenValue.Of(type, Bytes(random));
    }

    private static void Nested(EvtxChunkWriter chunk, Random random, int depth)
    {
        if (random.Next(2) == 0)
        {
            chunk.Literal(Element(random, 0));
            return;
        }

        var value = Value(random, depth);
        chunk.Instance(new XmlNode("Inner", new Slot(0, value.Type, IsOptional: random.Next(2) == 0)), value);
    }

    private static XmlNode Element(Random random, int depth)
    {
        var element = new XmlNode(
            FormattableString.Invariant($"E{random.Next(5)}"),
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => depth < 4 && random.Next(2) == 0 ? (object)Element(random, depth + 1) : Texts[random.Next(Texts.Length)])]) { HasEndTag = random.Next(2) == 0 };
        return random.Next(2) == 0 ? element : element.With("name", Texts[random.Next(Texts.Length)]);
    }

    private static byte[] Bytes(Random random)
    {
        ReadOnlySpan<int> lengths = [0, 1, 2, 4, 8, 12, 16, 17, 28, 40];
        var bytes = new byte[lengths[random.Next(lengths.Length)]];
        random.NextBytes(bytes);
        return bytes;
    }
}
