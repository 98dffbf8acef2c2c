using System.Buffers.Binary;

namespace Aovpn.Fuzz.Evtx;

/// <summary>Changes that need to know where an event log has its records: the types, sizes and templates of values, whole chunks.</summary>
internal static class EvtxRecordMutation
{
    private const int FileHeader = 4096, ChunkSize = 65536, ChunkHeader = 512, RecordHead = 24, DefinitionHead = 24;
    private const byte BinXml = 0x21;

    /// <summary>Where a chunk's records end: as its header says, else where nothing but zeros follow.</summary>
    public static int UsedEnd(byte[] input, int chunk)
    {
        var size = Math.Min(ChunkSize, input.Length - chunk);
        var free = BinaryPrimitives.ReadUInt32LittleEndian(input.AsSpan(chunk + 48));
        if (free > ChunkHeader && free <= size)
            return chunk + (int)free;
        var last = input.AsSpan(chunk, size).LastIndexOfAnyExcept((byte)0);
        return chunk + Math.Max(last + 1, ChunkHeader + 1);
    }

    /// <returns>Null where there is no record to change.</returns>
    public static byte[]? Change(byte[] input, Random random)
    {
        var chunks = (input.Length - FileHeader) / ChunkSize;
        if (chunks <= 0)
            return null;
        var chunk = FileHeader + (random.Next(chunks) * ChunkSize);
        if (random.Next(12) == 0)
            return OfChunk(input, chunk, random);
        var records = Records(input.AsSpan(chunk, ChunkSize));
        if (records.Count == 0)
            return null;
        OfRecord(input.AsSpan(chunk, ChunkSize), records, random);
        return input;
    }

    /// <summary>Makes the second size of each record agree with the first, mostly.</summary>
    public static void RepairFrames(Span<byte> chunk, Random random)
    {
        foreach (var (at, length) in Records(chunk))
        {
            if (random.Next(16) > 0)
                BinaryPrimitives.WriteInt32LittleEndian(chunk[(at + length - 4)..], length);
        }
    }

    private static byte[] OfChunk(byte[] input, int chunk, Random random)
    {
        var end = UsedEnd(input, chunk);
        switch (random.Next(6))
        {
            case 0:
                input.AsSpan(chunk, ChunkSize).Clear();
                return input;
            case 1:
                input.AsSpan(chunk, ChunkHeader).Clear();
                return input;
            case 2:
                return input[..(chunk + random.Next(end - chunk))];
            case 3:
                BinaryPrimitives.WriteInt32LittleEndian(input.AsSpan(chunk + 48), random.Next(ChunkSize + 16));
                return input;
            case 4 when input.Length < FileHeader + (2 * ChunkSize):
                return [.. input, .. input.AsSpan(chunk, ChunkSize)];
            default:
                return input.Length > FileHeader + ChunkSize ? [.. input.AsSpan(0, FileHeader), .. input.AsSpan(FileHeader + ChunkSize)] : input[..end];
        }
    }

    private static void OfRecord(Span<byte> chunk, List<(int At, int Length)> records, Random random)
    {
        var (at, length) = records[random.Next(records.Count)];
        var record = chunk.Slice(at, length);
        if (Descriptors(chunk, at, length) is not { } found || found.Count == 0)
        {
            record[random.Next(length)] = (byte)random.Next(0x24);
            return;
        }

        var index = random.Next(found.Count);
        var descriptor = chunk.Slice(found.At + (index * 4), 4);
        switch (random.Next(7))
        {
            case 0 or 1:
                descriptor[2] = (byte)(random.Next(0x24) | (random.Next(4) == 0 ? 0x80 : 0));
                return;
            case 2:
                // What one value gains, another loses: those behind them stay where they are.
                var other = chunk.Slice(found.At + (random.Next(found.Count) * 4), 4);
                var moved = (ushort)random.Next(Math.Max(1, (int)BinaryPrimitives.ReadUInt16LittleEndian(other)));
                BinaryPrimitives.WriteUInt16LittleEndian(other, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(other) - moved));
                BinaryPrimitives.WriteUInt16LittleEndian(descriptor, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(descriptor) + moved));
                return;
            case 3:
                // A template of another record, of this one, or no template at all.
                var target = records[random.Next(records.Count)];
                BinaryPrimitives.WriteInt32LittleEndian(chunk[(at + RecordHead + 10)..], random.Next(3) == 0 ? target.At + random.Next(target.Length) : target.At + RecordHead + 14);
                return;
            case 4:
                Nest(chunk, at, found, index);
                return;
            case 5:
                BinaryPrimitives.WriteUInt32LittleEndian(chunk[(found.At - 4)..], (uint)(random.Next(4) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(found.Count * 2)));
                return;
            default:
                BinaryPrimitives.WriteUInt64LittleEndian(chunk[(at + (random.Next(2) == 0 ? 8 : 16))..], (ulong)random.NextInt64(long.MinValue, long.MaxValue));
                return;
        }
    }

    /// <summary>A value becomes binary XML that begins as its record does: the template contains itself.</summary>
    private static void Nest(Span<byte> chunk, int at, (int At, int Count) descriptors, int index)
    {
        var place = descriptors.At + (descriptors.Count * 4);
        for (var before = 0; before < index; before++)
            place += BinaryPrimitives.ReadUInt16LittleEndian(chunk[(descriptors.At + (before * 4))..]);
        var descriptor = chunk.Slice(descriptors.At + (index * 4), 4);
        var size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(descriptor), ChunkSize - place);
        if (size <= 0 || size > ChunkSize - at - RecordHead)
            return;
        chunk.Slice(at + RecordHead, size).ToArray().CopyTo(chunk[place..]);
        descriptor[2] = BinXml;
    }

    private static List<(int At, int Length)> Records(ReadOnlySpan<byte> chunk)
    {
        var records = new List<(int, int)>();
        for (var at = ChunkHeader; at + RecordHead + 4 <= chunk.Length && BinaryPrimitives.ReadUInt32LittleEndian(chunk[at..]) == 0x2A2A;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[(at + 4)..]);
            if (length < RecordHead + 4 || length > chunk.Length - at)
                break;
            records.Add((at, (int)length));
            at += (int)length;
        }

        return records;
    }

    /// <summary>Of a record whose content is a template with values.</summary>
    private static (int At, int Count)? Descriptors(ReadOnlySpan<byte> chunk, int record, int length)
    {
        var instance = record + RecordHead + 4;
        if (length < RecordHead + 20 || chunk[instance] != 0x0C)
            return null;
        var values = instance + 10;
        if (BinaryPrimitives.ReadUInt32LittleEndian(chunk[(instance + 6)..]) == values)
        {
            if (values + DefinitionHead > chunk.Length)
                return null;
            values += DefinitionHead + (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(chunk[(values + 20)..]), ChunkSize);
        }

        if (values + 4 > record + length)
            return null;
        var count = BinaryPrimitives.ReadUInt32LittleEndian(chunk[values..]);
        return count <= (record + length - values - 4) / 4 ? (values + 4, (int)count) : null;
    }
}
