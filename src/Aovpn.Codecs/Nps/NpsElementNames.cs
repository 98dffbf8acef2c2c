using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Aovpn.Codecs.Nps;

/// <summary>Finds the attribute of an XML element's name: a table of hashes of the name's first and last eight bytes, and one comparison.</summary>
internal sealed class NpsElementNames
{
    public const int Longest = 32;

    private const int Size = 1024;

    private readonly byte[] _names = new byte[Size * Longest];
    private readonly int[] _lengths = new int[Size];
    private readonly short[] _ids = new short[Size];

    private NpsElementNames()
    {
        Span<byte> name = stackalloc byte[128];
        foreach (var (spelling, canonical) in NpsAttributeTable.AllSpellings.Where(one => one.Spelling.Length <= Longest))
        {
            name.Clear();
            var length = Encoding.ASCII.GetBytes(spelling, name);
            var at = Hash(ref name[0], length);
            while (_lengths[at] != 0)
                at = (at + 1) % Size;
            name[..Longest].CopyTo(_names.AsSpan(at * Longest));
            (_lengths[at], _ids[at]) = (length, (short)NpsAttributeIds.Shown(NpsAttributeIds.Of(canonical)));
        }
    }

    public static NpsElementNames Known { get; } = new();

    /// <param name="name"><see cref="Longest"/> bytes can be read.</param>
    /// <param name="length">From 1 to <see cref="Longest"/>.</param>
    /// <returns><see cref="NpsAttributeIds.None"/> for a name that is not spelt as in the tables, <see cref="NpsAttributeIds.Secret"/> for a secret's.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Id(ref byte name, int length)
    {
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(_lengths);
        for (var at = Hash(ref name, length); Unsafe.Add(ref lengths, at) is > 0 and var known; at = (at + 1) % Size)
        {
            if (known == length && NpsBlock.IsSame(ref name, ref NpsBlock.At(_names, at * Longest), length))
                return _ids[at];
        }

        return NpsAttributeIds.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ref byte name, int length)
    {
        var first = Word(ref name);
        var word = length < sizeof(ulong)
            ? first & ((1UL << (length * 8)) - 1)
            : first ^ BitOperations.RotateLeft(Word(ref Unsafe.Add(ref name, length - sizeof(ulong))), 29);
        return (int)(((word + (uint)length) * 0x9E3779B97F4A7C15) >> 54);
    }

    private static ulong Word(ref byte at)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref at);
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }
}
