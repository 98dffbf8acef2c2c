using System.Buffers.Binary;

namespace Aovpn.Codecs.Evtx;

/// <summary>
/// Walks the records of a chunk. Behind a damaged one it goes on at the next record whose two sizes agree. Behind the place where the
/// header says that records end it goes on while the numbers do: the header of a log in use is written late.
/// </summary>
internal ref struct RecordFrames(EvtxChunk chunk)
{
    private const uint Signature = 0x00002A2A;

    private readonly ReadOnlySpan<byte> _bytes = chunk.Bytes;
    private readonly int _known = Math.Min(chunk.FreeSpace, chunk.Bytes.Length);
    private int _at = EvtxChunk.HeaderLength;
    private ulong _lastId;

    /// <summary>Bytes where there should have been a record and is none; length 0 when the last step found one.</summary>
    public (int Offset, int Length) Gap { get; private set; }

    /// <returns>The next record; null at the end, and where <see cref="Gap"/> is set.</returns>
    public RecordFrame? Next(out bool isEnd)
    {
        Gap = default;
        isEnd = false;
        var expected = _at < _known || chunk.FreeSpace == 0;
        if (IsSound(_at, out var length) && (expected || _lastId == 0 || UInt64(_at + 8) == _lastId + 1))
            return Take(_at, length, isSound: true);
        if (!expected || _at >= _bytes.Length)
        {
            isEnd = true;
            return null;
        }

        return Damaged();
    }

    private RecordFrame? Damaged()
    {
        var next = NextSound(_at + 4);
        // Without a header nothing says where records end: what follows the last signature is slack.
        var end = next >= 0 ? next : _known;
        if (next < 0 && (chunk.FreeSpace == 0 || _at >= _known))
        {
            _at = _bytes.Length;
            return null;
        }

        var extent = end - _at;
        if (extent > RecordFrame.Shortest && LooksLikeRecord(_at, extent))
            return Take(_at, extent, isSound: UInt32(end - 4) == extent);
        Gap = (_at, extent);
        _at = end;
        return null;
    }

    private RecordFrame Take(int at, int length, bool isSound)
    {
        _lastId = UInt64(at + 8);
        _at = at + length;
        return new(at, length, isSound);
    }

    private readonly bool LooksLikeRecord(int at, int extent) =>
        UInt32(at) == Signature || UInt32(at + 4) == extent || UInt32(at + extent - 4) == extent;

    private readonly int NextSound(int from)
    {
        while (from < _bytes.Length)
        {
            var found = _bytes[from..].IndexOf("**\0\0"u8);
            if (found < 0)
                return -1;
            if (IsSound(from + found, out _))
                return from + found;
            from += found + 1;
        }

        return -1;
    }

    private readonly bool IsSound(int at, out int length)
    {
        length = 0;
        if (at + RecordFrame.Shortest > _bytes.Length || UInt32(at) != Signature)
            return false;
        var size = UInt32(at + 4);
        if (size < RecordFrame.Shortest || size > _bytes.Length - at)
            return false;
        length = (int)size;
        return UInt32(at + length - 4) == size;
    }

    private readonly uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..]);

    private readonly ulong UInt64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_bytes[at..]);
}
