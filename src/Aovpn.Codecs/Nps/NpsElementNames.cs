using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Aovpn.Codecs.Nps;

/// <summary>Finds the attribute of an XML element's name: a table of hashes of the name's first and last eight bytes, and one comparison.</summary>
internal static class NpsElementNames
{
    private const int Size = 1024;

    private static readonly byte[]?[] Names = new byte[Size][];
    private static readonly short[] Ids = Fill();

    /// <param name="name">Eight bytes more than the name can be read.</param>
    /// <returns><see cref="NpsAttributeIds.None"/> for a name that is not spelt as in the tables.</returns>
    public static int Id(ref byte name, int length)
    {
        for (var at = Hash(ref name, length); Names[at] is { } known; at = (at + 1) % Size)
        {
            if (known.Length == length && MemoryMarshal.CreateReadOnlySpan(ref name, length).SequenceEqual(known))
                return Ids[at];
        }

        return NpsAttributeIds.None;
    }

    private static short[] Fill()
    {
        var ids = new short[Size];
        Span<byte> name = stackalloc byte[128];
        foreach (var (spelling, canonical) in NpsAttributeTable.AllSpellings)
        {
            name.Clear();
            var length = Encoding.ASCII.GetBytes(spelling, name);
            var at = Hash(ref name[0], length);
            while (Names[at] is not null)
                at = (at + 1) % Size;
            Names[at] = name[..length].ToArray();
            ids[at] = (short)NpsAttributeIds.Of(canonical);
        }

        return ids;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ref byte name, int length)
    {
        var first = Word(ref name);
        if (length < sizeof(ulong))
            return Mixed(first & ((1UL << (length * 8)) - 1), length);
        return Mixed(first ^ BitOperations.RotateLeft(Word(ref Unsafe.Add(ref name, length - sizeof(ulong))), 29), length);
    }

    private static int Mixed(ulong word, int length) => (int)(((word + (uint)length) * 0x9E3779B97F4A7C15) >> 54);

    private static ulong Word(ref byte at)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref at);
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }
}
