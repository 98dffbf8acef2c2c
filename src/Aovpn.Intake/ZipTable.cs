using System.Buffers.Binary;

namespace Aovpn.Intake;

/// <summary>
/// What a zip archive says of its table of contents, read before the table is: its size is bounded by nothing else. PKWARE
/// APPNOTE 6.3.10, sections 4.3.14 to 4.3.16.
/// </summary>
/// <param name="Length64">Bytes, as the archive claims.</param>
internal readonly record struct ZipTable(ulong Entries, ulong Length64)
{
    private const uint EndSignature = 0x06054B50, Locator64Signature = 0x07064B50, End64Signature = 0x06064B50;
    private const int EndLength = 22, LocatorLength = 20, End64Length = 56;

    public long Length => (long)Math.Min(Length64, long.MaxValue);

    /// <returns>Null when the archive has no end.</returns>
    public static ZipTable? Read(Stream archive)
    {
        var length = archive.Length;
        var tail = new byte[(int)Math.Min(length, EndLength + ushort.MaxValue)];
        archive.Position = length - tail.Length;
        archive.ReadExactly(tail);

        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != EndSignature)
                continue;
            var end = tail.AsSpan(at);
            var table = new ZipTable(BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]));
            var isLarge = table.Entries == ushort.MaxValue || table.Length64 == uint.MaxValue;
            return isLarge && at >= LocatorLength ? Large(archive, tail.AsSpan(at - LocatorLength)) ?? table : table;
        }

        return null;
    }

    private static ZipTable? Large(Stream archive, ReadOnlySpan<byte> locator)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != Locator64Signature)
            return null;
        var offset = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        if (offset > (ulong)Math.Max(archive.Length - End64Length, 0))
            return null;
        var end = new byte[End64Length];
        archive.Position = (long)offset;
        archive.ReadExactly(end);
        return BinaryPrimitives.ReadUInt32LittleEndian(end) == End64Signature
            ? new(BinaryPrimitives.ReadUInt64LittleEndian(end.AsSpan(32)), BinaryPrimitives.ReadUInt64LittleEndian(end.AsSpan(40)))
            : null;
    }
}
