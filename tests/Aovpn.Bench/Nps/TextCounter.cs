using System.IO.Hashing;

namespace Aovpn.Bench.Nps;

/// <summary>Counts byte strings.</summary>
internal sealed class TextCounter
{
    private Slot[] _slots = new Slot[1 << 15];

    public int Count { get; private set; }

    public long Most => _slots.Max(slot => slot.Times);

    public void Add(ReadOnlySpan<byte> text, long times) => Add(XxHash3.HashToUInt64(text), text, null, times);

    public void Add(TextCounter other)
    {
        foreach (var slot in other._slots)
        {
            if (slot.Text is { } text)
                Add(slot.Hash, text, text, slot.Times);
        }
    }

    private void Add(ulong hash, ReadOnlySpan<byte> text, byte[]? kept, long times)
    {
        var slots = _slots;
        for (var at = (int)(hash >> 40) & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            ref var slot = ref slots[at];
            if (slot.Text is { } known)
            {
                if (slot.Hash != hash || !text.SequenceEqual(known))
                    continue;
                slot.Times += times;
                return;
            }

            slot = new(hash, kept ?? text.ToArray()) { Times = times };
            if (++Count * 2 > slots.Length)
                Grow();
            return;
        }
    }

    private void Grow()
    {
        var slots = _slots;
        (_slots, Count) = (new Slot[slots.Length * 2], 0);
        foreach (var slot in slots)
        {
            if (slot.Text is { } text)
                Add(slot.Hash, text, text, slot.Times);
        }
    }

    private record struct Slot(ulong Hash, byte[]? Text)
    {
        public long Times { get; set; }
    }
}
