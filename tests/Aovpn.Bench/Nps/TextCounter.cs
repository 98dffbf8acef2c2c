using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Aovpn.Bench.Nps;

/// <summary>
/// Counts byte strings: a small table of hashes finds the entry, in which count and text stand together. Some texts wait until they are counted together,
/// so that the processor fetches all of their entries at once.
/// </summary>
internal sealed class TextCounter
{
    private const int HeadLength = 16, MostWaiting = 16, LongestWaiting = 128;

    // Of each slot half a hash and where the entry is; 0 is none.
    private (uint Hash, int Entry)[] _slots = new (uint, int)[1 << 15];
    private byte[] _entries = new byte[1 << 20];
    private int _used = HeadLength;

    private readonly (uint Hash, int Length)[] _waiting = new (uint, int)[MostWaiting];
    private readonly byte[] _texts = new byte[MostWaiting * LongestWaiting];
    private int _waitingCount, _count;

    public int Count
    {
        get
        {
            CountWaiting();
            return _count;
        }
    }

    public long Most
    {
        get
        {
            CountWaiting();
            var most = 0L;
            foreach (var (_, entry) in _slots)
                most = Math.Max(most, entry == 0 ? 0 : Head(entry).Times);
            return most;
        }
    }

    public void Add(ReadOnlySpan<byte> text)
    {
        var hash = (uint)XxHash3.HashToUInt64(text);
        if (text.Length > LongestWaiting)
        {
            Add(hash, text, 1);
            return;
        }

        if (_waitingCount == MostWaiting)
            CountWaiting();
        _waiting[_waitingCount] = (hash, text.Length);
        text.CopyTo(_texts.AsSpan(_waitingCount++ * LongestWaiting));
    }

    public void Add(TextCounter other)
    {
        CountWaiting();
        other.CountWaiting();
        foreach (var (hash, entry) in other._slots)
        {
            if (entry != 0)
                Add(hash, other.Text(entry), other.Head(entry).Times);
        }
    }

    private void CountWaiting()
    {
        if (Sse.IsSupported)
            Fetch();
        for (var at = 0; at < _waitingCount; at++)
            Add(_waiting[at].Hash, _texts.AsSpan(at * LongestWaiting, _waiting[at].Length), 1);
        _waitingCount = 0;
    }

    private unsafe void Fetch()
    {
        for (var at = 0; at < _waitingCount; at++)
        {
            var entry = _slots[(int)_waiting[at].Hash & (_slots.Length - 1)].Entry;
            ref var head = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), entry);
            Sse.Prefetch0(Unsafe.AsPointer(ref head));
        }
    }

    private void Add(uint hash, ReadOnlySpan<byte> text, long times)
    {
        var slots = _slots;
        for (var at = (int)hash & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            var (known, entry) = slots[at];
            if (entry == 0)
            {
                slots[at] = (hash, Enter(text, times));
                if (++_count * 2 > slots.Length)
                    Grow();
                return;
            }

            if (known != hash || !text.SequenceEqual(Text(entry)))
                continue;
            Head(entry).Times += times;
            return;
        }
    }

    private int Enter(ReadOnlySpan<byte> text, long times)
    {
        var entry = _used;
        _used += (HeadLength + text.Length + 7) & ~7;
        if (_used > _entries.Length)
            Array.Resize(ref _entries, Math.Max(_used, _entries.Length * 2));
        Head(entry) = new() { Times = times, Length = text.Length };
        text.CopyTo(_entries.AsSpan(entry + HeadLength));
        return entry;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new (uint, int)[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.Entry == 0)
                continue;
            var at = (int)slot.Hash & (_slots.Length - 1);
            while (_slots[at].Entry != 0)
                at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }

    private ref EntryHead Head(int entry) => ref MemoryMarshal.AsRef<EntryHead>(_entries.AsSpan(entry, HeadLength));

    private ReadOnlySpan<byte> Text(int entry) => _entries.AsSpan(entry + HeadLength, Head(entry).Length);

    private struct EntryHead
    {
        public long Times { get; set; }

        public int Length { get; set; }
    }
}
