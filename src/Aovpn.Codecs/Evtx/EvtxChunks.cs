using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Hashing;

namespace Aovpn.Codecs.Evtx;

/// <summary>
/// Finds the chunks of a log, whatever its header says of their number: at their places behind the header, else where their signature
/// shows, else by the records in them.
/// </summary>
/// <param name="spare">Buffers that are free again, for a caller who gives them back.</param>
internal sealed class EvtxChunks(Stream stream, Action<EvtxLoss> lost, ConcurrentBag<byte[]>? spare = null)
{
    private const int FileHeaderLength = 4096;

    private static ReadOnlySpan<byte> FileMagic => "ElfFile\0"u8;

    private long _offset;
    private long _missingFrom = -1;
    private bool _isMissing;

    /// <summary>The header says that the log was in use when it was copied: the last chunk's header lags behind.</summary>
    public bool IsDirty { get; private set; }

    public IEnumerable<EvtxChunk> Read()
    {
        var carry = ReadFileHeader();
        while (true)
        {
            var bytes = spare is not null && spare.TryTake(out var free) ? free : GC.AllocateUninitializedArray<byte>(EvtxChunk.Size);
            carry.CopyTo(bytes, 0);
            var length = carry.Length + stream.ReadAtLeast(bytes.AsSpan(carry.Length), bytes.Length - carry.Length, throwOnEndOfStream: false);
            carry = [];
            if (length == 0)
            {
                if (_isMissing)
                    Missing(_offset);
                yield break;
            }

            var start = Start(bytes.AsSpan(0, length));
            if (start > 0)
            {
                carry = bytes[start..length];
                _offset += start;
                continue;
            }

            if (start == 0)
                yield return new(bytes, length, _offset);
            if (length < EvtxChunk.Size && start >= 0)
                lost(new(EvtxLossReason.Truncated, _offset + length, EvtxChunk.Size - length));
            _offset += length;
        }
    }

    private byte[] ReadFileHeader()
    {
        var header = new byte[FileHeaderLength];
        header = header[..stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false)];
        if (EvtxChunk.IsHeader(header))
        {
            lost(new(EvtxLossReason.FileHeaderDamaged, 0, 0));
            return header;
        }

        _offset = header.Length;
        if (header.Length < FileHeaderLength)
            lost(new(EvtxLossReason.Truncated, header.Length, FileHeaderLength - header.Length));
        if (!header.AsSpan().StartsWith(FileMagic))
        {
            lost(new(EvtxLossReason.FileHeaderDamaged, 0, Math.Min(header.Length, EvtxChunk.HeaderUsed)));
            return [];
        }

        if (header.Length < EvtxChunk.HeaderUsed)
            return [];
        IsDirty = (header[120] & 1) != 0;
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(124));
        if (checksum != 0 && checksum != Crc32.HashToUInt32(header.AsSpan(0, 120)) && !IsDirty)
            lost(new(EvtxLossReason.FileHeaderChecksum, 0, EvtxChunk.HeaderUsed));
        return [];
    }

    /// <returns>0 for a chunk here, a later place where one begins, -1 for none.</returns>
    private int Start(ReadOnlySpan<byte> bytes)
    {
        if (!EvtxChunk.IsHeader(bytes))
        {
            if (!bytes.ContainsAnyExcept((byte)0))
            {
                // Room that the service has reserved; a loss only if chunks follow.
                _missingFrom = _missingFrom < 0 ? _offset : _missingFrom;
                return -1;
            }

            if (Magic(bytes) is > 0 and var later)
            {
                Missing(_offset + later);
                return later;
            }

            if (!HasRecords(bytes))
            {
                _missingFrom = _missingFrom < 0 ? _offset : _missingFrom;
                _isMissing = true;
                return -1;
            }

            Missing(_offset);
            lost(new(EvtxLossReason.ChunkHeaderDamaged, _offset, EvtxChunk.HeaderLength));
            return 0;
        }

        Missing(_offset);
        return 0;
    }

    private void Missing(long end)
    {
        var from = _missingFrom < 0 ? _offset : _missingFrom;
        if (end > from)
            lost(new(EvtxLossReason.ChunkMissing, from, end - from));
        (_missingFrom, _isMissing) = (-1, false);
    }

    /// <summary>The signature of a chunk with the length of its header behind it, so that text that has it is not mistaken.</summary>
    private static int Magic(ReadOnlySpan<byte> bytes)
    {
        const int HeaderSize = 40;
        for (var from = 1; from < bytes.Length;)
        {
            var found = bytes[from..].IndexOf(EvtxChunk.Magic);
            if (found < 0)
                return -1;
            from += found;
            if (from + HeaderSize + 4 > bytes.Length || BinaryPrimitives.ReadUInt32LittleEndian(bytes[(from + HeaderSize)..]) == EvtxChunk.HeaderUsed)
                return from;
            from++;
        }

        return -1;
    }

    private static bool HasRecords(ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        var frames = new RecordFrames(new EvtxChunk(copy, copy.Length, 0));
        while (true)
        {
            if (frames.Next(out var isEnd) is not null)
                return true;
            if (isEnd || frames.Gap.Length == 0)
                return false;
        }
    }
}
