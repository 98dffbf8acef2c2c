using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Aovpn.Codecs.Evtx;

/// <summary>
/// UTF-16 to UTF-8 with the characters of mark-up escaped. Windows logs characters that XML 1.0 forbids: a control character becomes its
/// picture (U+0001 becomes U+2401), so that nothing is lost; half of a surrogate pair and U+FFFE, U+FFFF become U+FFFD.
/// </summary>
internal static class XmlCharacters
{
    private const int LongestOfOne = 6;

    public static void Write(Utf8Buffer output, ReadOnlySpan<char> text, bool inAttribute)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var at = 0;
        while (at < units.Length)
        {
            // Room for the worst case of a block is asked once, so that the loops below need not ask.
            var block = Math.Min(units.Length - at, 4096);
            var room = output.Room((block * LongestOfOne) + Vector128<byte>.Count);
            at += Block(units.Slice(at, block), at + block == units.Length, room, inAttribute, out var written);
            output.Advance(written);
        }
    }

    /// <returns>Units taken: all, or all but a high surrogate whose partner is in the next block.</returns>
    private static int Block(ReadOnlySpan<ushort> units, bool isLast, Span<byte> room, bool inAttribute, out int written)
    {
        ref var source = ref MemoryMarshal.GetReference(units);
        ref var target = ref MemoryMarshal.GetReference(room);
        nint at = 0, to = 0, count = units.Length;
        while (at < count)
        {
            while (count - at >= 16)
            {
                var narrow = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source, (nuint)at), Vector128.LoadUnsafe(ref source, (nuint)at + 8));
                if (HasSpecial(narrow, inAttribute))
                    break;
                narrow.StoreUnsafe(ref target, (nuint)to);
                at += 16;
                to += 16;
            }

            if (count - at is >= 8 and < 16)
            {
                var narrow = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source, (nuint)at), Vector128.Create((ushort)' '));
                if (!HasSpecial(narrow, inAttribute))
                {
                    narrow.GetLower().StoreUnsafe(ref target, (nuint)to);
                    at += 8;
                    to += 8;
                }
            }

            for (var stop = Math.Min(count, at + 16); at < stop;)
            {
                uint unit = Unsafe.Add(ref source, at);
                if (unit is >= 0x20 and < 0x80 && unit is not ('&' or '<' or '>' or '\'' or '"'))
                {
                    Unsafe.Add(ref target, to++) = (byte)unit;
                    at++;
                    continue;
                }

                var low = at + 1 < count ? Unsafe.Add(ref source, at + 1) : (ushort)0;
                if (char.IsHighSurrogate((char)unit) && at + 1 == count && !isLast && at > 0)
                {
                    written = (int)to;
                    return (int)at;
                }

                to += Special(unit, low, inAttribute, room[(int)to..], out var taken);
                at += taken;
            }
        }

        written = (int)to;
        return (int)at;
    }

    private static bool HasSpecial(Vector128<byte> bytes, bool inAttribute)
    {
        var special = Vector128.LessThan(bytes, Vector128.Create((byte)0x20)) | Vector128.GreaterThan(bytes, Vector128.Create((byte)0x7F))
            | Vector128.Equals(bytes, Vector128.Create((byte)'&')) | Vector128.Equals(bytes, Vector128.Create((byte)'<')) | Vector128.Equals(bytes, Vector128.Create((byte)'>'));
        if (inAttribute)
            special |= Vector128.Equals(bytes, Vector128.Create((byte)'\'')) | Vector128.Equals(bytes, Vector128.Create((byte)'"'));
        return special != Vector128<byte>.Zero;
    }

    private static int Special(uint unit, ushort next, bool inAttribute, Span<byte> room, out int taken)
    {
        taken = 1;
        switch (unit)
        {
            case '&':
                return Copy("&amp;"u8, room);
            case '<':
                return Copy("&lt;"u8, room);
            case '>':
                return Copy("&gt;"u8, room);
            case '\'' when inAttribute:
                return Copy("&apos;"u8, room);
            case '"' when inAttribute:
                return Copy("&quot;"u8, room);
            case '\t' when inAttribute:
                return Copy("&#x9;"u8, room);
            case '\n' when inAttribute:
                return Copy("&#xA;"u8, room);
            case '\r' when inAttribute:
                return Copy("&#xD;"u8, room);
            case '\t' or '\n' or '\r' or '\'' or '"':
                room[0] = (byte)unit;
                return 1;
            case < 0x20:
                return new Rune(0x2400 + unit).EncodeToUtf8(room);
            case 0xFFFE or 0xFFFF:
                return Rune.ReplacementChar.EncodeToUtf8(room);
            default:
                break;
        }

        if (Rune.TryCreate((char)unit, out var one))
            return one.EncodeToUtf8(room);
        if (!Rune.TryCreate((char)unit, (char)next, out var pair))
            return Rune.ReplacementChar.EncodeToUtf8(room);
        taken = 2;
        return pair.EncodeToUtf8(room);
    }

    private static int Copy(ReadOnlySpan<byte> bytes, Span<byte> room)
    {
        bytes.CopyTo(room);
        return bytes.Length;
    }
}
