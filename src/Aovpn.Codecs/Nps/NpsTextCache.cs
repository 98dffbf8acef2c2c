using System.Numerics;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>Texts that were decoded lately: names, addresses and policies come again on every line. Fixed size; a newer text takes an older one's place.</summary>
internal sealed class NpsTextCache
{
    private const int Size = 4096, Longest = 96;

    private (byte[] Written, NpsFieldForm Form, string Text)[]? _known;

    public string Decode(ReadOnlySpan<byte> written, NpsFieldForm form)
    {
        if (written.Length is 0 or > Longest)
            return NpsText.Decode(written, form);
        ref var known = ref (_known ??= new (byte[], NpsFieldForm, string)[Size])[Hash(written)];
        if (known.Written is not null && known.Form == form && written.SequenceEqual(known.Written))
            return known.Text;
        known = (written.ToArray(), form, NpsText.Decode(written, form));
        return known.Text;
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        ulong word = (uint)text.Length;
        if (text.Length < sizeof(ulong))
        {
            foreach (var letter in text)
                word = word << 8 | letter;
        }
        else
        {
            word += MemoryMarshal.Read<ulong>(text) + BitOperations.RotateLeft(MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..]), 23) + BitOperations.RotateLeft(MemoryMarshal.Read<ulong>(text[((text.Length - sizeof(ulong)) / 2)..]), 41);
        }

        return (int)((word * 0x9E3779B97F4A7C15) >> 52);
    }
}
