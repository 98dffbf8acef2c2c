using System.Buffers.Binary;
using System.IO.Hashing;

namespace Aovpn.Generators.Evtx;

/// <summary>
/// Writes event logs as the service does, from the format's description (MS-EVEN6 section 2.2.12 for the content). Samples and
/// scenarios are made with it, so that nobody's log is in the repository.
/// </summary>
public sealed class EvtxWriter(int room = 16384)
{
    private readonly List<EvtxChunkWriter> _chunks = [];

    /// <summary>Number in the header of the next record. Exported logs count anew, so that it is not the event's own.</summary>
    public ulong NextNumber { get; set; } = 1;

    public bool IsDirty { get; init; }

    /// <summary>How many chunks too few the header says there are.</summary>
    public int Unannounced { get; init; }

    /// <summary>
    /// Elements outside of templates have a dependency id as those inside have. Windows writes none there, and then neither libevtx nor
    /// python-evtx can read them; with it both can.
    /// </summary>
    public bool HasDependencyIds { get; init; }

    public EvtxWriter Add(DateTimeOffset written, Action<EvtxChunkWriter> content)
    {
        if (_chunks.Count == 0 || _chunks[^1].Free < room)
            _chunks.Add(new() { FirstNumber = NextNumber, HasDependencyIds = HasDependencyIds });
        _chunks[^1].Record(NextNumber++, written, content);
        return this;
    }

    public EvtxWriter Add(WrittenEvent seen) => Add(seen.Time, seen.Write);

    public byte[] ToArray() => [.. Header(_chunks.Count - Unannounced, NextNumber, IsDirty), .. _chunks.SelectMany(chunk => chunk.ToArray())];

    /// <summary>Chunks begun so far.</summary>
    public int Chunks => _chunks.Count;

    /// <summary>Writes a part of a long log: the first chunks, without the file's header.</summary>
    public void WriteChunksTo(Stream output, int chunks)
    {
        foreach (var chunk in _chunks.Take(chunks))
            output.Write(chunk.ToArray());
    }

    /// <summary>A copy with all checksums made to agree.</summary>
    public static byte[] Repaired(ReadOnlySpan<byte> log)
    {
        var bytes = log.ToArray();
        for (var at = 4096; at + EvtxChunkWriter.Size <= bytes.Length; at += EvtxChunkWriter.Size)
            EvtxChunkWriter.Repaired(bytes.AsSpan(at, EvtxChunkWriter.Size)).CopyTo(bytes, at);
        if (bytes.Length >= 128)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(124), Crc32.HashToUInt32(bytes.AsSpan(0, 120)));
        return bytes;
    }

    /// <summary>The file's header, for so many chunks.</summary>
    public static byte[] Header(int chunks, ulong nextNumber, bool isDirty = false)
    {
        var header = new byte[4096];
        "ElfFile\0"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(16), (ulong)Math.Max(chunks - 1, 0));
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(24), nextNumber);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(32), 128);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(36), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(38), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(40), 4096);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(42), (ushort)chunks);
        header[120] = (byte)(isDirty ? 1 : 0);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(124), Crc32.HashToUInt32(header.AsSpan(0, 120)));
        return header;
    }
}
