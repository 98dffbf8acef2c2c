using System.Buffers.Binary;

namespace Aovpn.Codecs.Evtx;

/// <summary>
/// Windows event logs, .evtx, as the service writes them, forwards them, exports them, and as damage leaves them. Nothing is thrown for
/// bad content; work and memory are bounded for each chunk of 64 KiB.
/// </summary>
public static class EvtxFile
{
    /// <summary>Whether bytes begin an .evtx log, or one whose header is gone and whose chunks are still there.</summary>
    public static bool IsEvtx(ReadOnlySpan<byte> head) =>
        head.StartsWith("ElfFile\0"u8) || EvtxChunk.IsHeader(head) || (head.Length > 4096 && EvtxChunk.IsHeader(head[4096..]));

    /// <summary>Whether bytes begin a log of Windows before Vista, .evt, which is another format: length 48, LfLe.</summary>
    public static bool IsOldFormat(ReadOnlySpan<byte> head) => head.Length >= 8 && BinaryPrimitives.ReadUInt32LittleEndian(head) == 48 && head[4..].StartsWith("LfLe"u8);

    /// <summary>Records in the order of the file. Streams: one chunk at a time is held.</summary>
    /// <param name="stream">From the start; need not be seekable.</param>
    /// <param name="lost">Told of each part that cannot be read, when reading comes to it.</param>
    public static IEnumerable<EvtxRecord> Read(Stream stream, EvtxFilter? filter = null, Action<EvtxLoss>? lost = null)
    {
        lost ??= static _ => { };
        var chunks = new EvtxChunks(stream, lost);
        var found = new List<EvtxRecord>();
        foreach (var chunk in chunks.Read())
        {
            found.Clear();
            new ChunkWalk(chunk, filter ?? EvtxFilter.All, chunks.IsDirty, lost).Run((content, frame) =>
            {
                found.Add(new(chunk, content, frame));
                return new();
            });
            foreach (var record in found)
                yield return record;
        }
    }

    /// <summary>One record again, by its place.</summary>
    /// <param name="stream">Seekable.</param>
    /// <returns>Null when no record stands there.</returns>
    public static EvtxRecord? ReadAt(Stream stream, long offset)
    {
        const int FirstChunk = 4096;
        foreach (var first in (ReadOnlySpan<int>)[FirstChunk, 0])
        {
            if (offset < first)
                continue;
            var start = offset - ((offset - first) % EvtxChunk.Size);
            if (start >= stream.Length)
                continue;
            stream.Position = start;
            var bytes = new byte[EvtxChunk.Size];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            EvtxRecord? found = null;
            var chunk = new EvtxChunk(bytes, length, start);
            new ChunkWalk(chunk, EvtxFilter.All, isDirty: true, static _ => { }).Run((content, frame) =>
            {
                if (start + frame.Offset == offset)
                    found = new(chunk, content, frame);
                return new();
            });
            if (found is not null)
                return found;
        }

        return null;
    }
}
