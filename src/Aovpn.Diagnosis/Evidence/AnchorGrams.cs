using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>
/// Seeks long anchors in bytes of ASCII by four letters of each. Every second place is looked at: each anchor is known by two groups of letters that begin
/// beside each other, one of which stands at such a place. That is asked of a set of bits, which needs no branch but the one that is never taken.
/// </summary>
internal sealed class AnchorGrams
{
    /// <summary>Places from one that was looked at to the next.</summary>
    public const int Step = 2;

    private const int Gram = sizeof(uint);
    private const int Bits = 16;

    private readonly ulong[] _set = new ulong[(1 << Bits) / 64];
    private readonly Dictionary<uint, (int Literal, int Offset)[]> _byGram = [];

    /// <param name="literals">Of ASCII, four letters or more, with their numbers and where the four rarest begin.</param>
    public AnchorGrams(IEnumerable<(int Number, string Literal, int Rarest)> literals)
    {
        foreach (var (number, literal, rarest) in literals)
        {
            var letters = Encoding.ASCII.GetBytes(literal);
            Add(letters.AsSpan(rarest), number, rarest);
            if (rarest + Gram < letters.Length)
                Add(letters.AsSpan(rarest + 1), number, rarest + 1);
            else if (rarest > 0)
                Add(letters.AsSpan(rarest - 1), number, rarest - 1);
            else
                AddWithBefore(letters, number);
        }
    }

    /// <returns>The first looked-at place at which an anchor may stand; -1 when there is none.</returns>
    /// <param name="from">A place that is looked at.</param>
    public int Next(ReadOnlySpan<byte> text, int from, int to)
    {
        ref var letters = ref MemoryMarshal.GetReference(text);
        ref var set = ref MemoryMarshal.GetArrayDataReference(_set);
        for (var at = from; at + Gram <= to; at += Step)
        {
            var place = Hash(Folded(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref letters, at))));
            if ((Unsafe.Add(ref set, place >> 6) >> (int)(place & 63) & 1) != 0)
                return at;
        }

        return -1;
    }

    /// <returns>Anchors that may stand there, with how many letters of them stand before.</returns>
    public ReadOnlySpan<(int Literal, int Offset)> At(ReadOnlySpan<byte> text, int place) =>
        _byGram.TryGetValue(Folded(MemoryMarshal.Read<uint>(text[place..])), out var known) ? known : [];

    /// <summary>Four letters are all there is: the other group has any letter before them.</summary>
    private void AddWithBefore(byte[] letters, int literal)
    {
        Span<byte> gram = [0, letters[0], letters[1], letters[2]];
        for (var before = 0; before < 128; before++)
        {
            if ((before | 0x20) != before)
                continue;
            gram[0] = (byte)before;
            Add(gram, literal, -1);
        }
    }

    private void Add(ReadOnlySpan<byte> letters, int literal, int offset)
    {
        var gram = Folded(MemoryMarshal.Read<uint>(letters));
        var place = Hash(gram);
        _set[place >> 6] |= 1UL << (int)(place & 63);
        _byGram[gram] = [.. _byGram.GetValueOrDefault(gram, []), (literal, offset)];
    }

    /// <summary>Letters in lower case; a few marks and figures become others, in text and anchor alike.</summary>
    private static uint Folded(uint gram) => gram | 0x20202020;

    private static uint Hash(uint gram) => (gram * 0x9E3779B1) >> (32 - Bits);
}
