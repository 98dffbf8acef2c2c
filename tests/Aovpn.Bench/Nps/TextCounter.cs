using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Aovpn.Bench.Nps;

/// <summary>Counts byte strings: a small table of hashes finds the entry, in which count and text stand together.</summary>
internal sealed class TextCounter
{
    private const int HeadLength = 16;

    // Of each slot half a hash and where the entry is; 0 is none.
    private (uint Hash, int Entry)[] _slots = new (uint, int)[1 << 15];
    private byte[] _entries = new byte[1 << 20];
    private int _used = HeadLength;

    public int Count { get; private set; }

    public long Most
    {
        get
        {
            var most = 0L;
            foreach (var (_, entry) in _slots)
                most = Math.Max(most, entry == 0 ? 0 : Head(entry).Times);
            return most;
        }
    }

    public void Add(ReadOnlySpan<byte> text, long times) => Add((uint)XxHash3.HashToUInt64(text), text, times);

    public void Add(TextCounter other)
    {
        foreach (var (hash, entry) in other._slots)
        {
            if (entry != 0)
                Add(hash, other.Text(entry), other.Head(entry).Times);
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
                if (++Count * 2 > slots.Length)
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
