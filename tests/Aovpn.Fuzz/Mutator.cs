using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Aovpn.Fuzz;

/// <summary>General changes of bytes, in the places that a target names. All that is random comes from one seed.</summary>
public sealed class Mutator(IFuzzTarget target, Random random)
{
    private const int MostChanges = 6, LongestBlock = 256;

    private static readonly ulong[] Interesting =
    [
        0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 100, 127, 128, 255, 256, 511, 512, 1024, 4095, 4096, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x10000,
        0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 0x100000000, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000, ulong.MaxValue,
    ];

    /// <summary>A changed copy, mostly repaired.</summary>
    /// <param name="other">Any other input, to take parts of.</param>
    public byte[] Change(byte[] input, byte[] other)
    {
        var changed = input.ToArray();
        for (var changes = 1 + random.Next(MostChanges); changes > 0; changes--)
            changed = (random.Next(3) == 0 ? target.Mutate(changed, random) : null) ?? General(changed, other);
        if (changed.Length > target.MaxLength)
            changed = changed[..target.MaxLength];
        return random.Next(8) == 0 ? changed : target.Repair(changed, random);
    }

    private byte[] General(byte[] input, byte[] other)
    {
        var focus = target.Focus(input);
        var (start, length) = focus[random.Next(focus.Count)].GetOffsetAndLength(input.Length);
        if (length == 0)
            return [.. input, (byte)random.Next(256)];
        var at = start + random.Next(length);
        var rest = start + length - at;
        switch (random.Next(14))
        {
            case 0:
                input[at] ^= (byte)(1 << random.Next(8));
                return input;
            case 1:
                input[at] = (byte)random.Next(256);
                return input;
            case 2:
                input[at] = (byte)(input[at] + random.Next(1, 36) * (random.Next(2) == 0 ? 1 : -1));
                return input;
            case 3 or 4:
                Number(input.AsSpan(at, rest));
                return input;
            case 5:
                return Cut(input, at, 1 + random.Next(Math.Min(rest, LongestBlock)));
            case 6:
                return Insert(input, at, input.AsSpan(at, 1 + random.Next(Math.Min(rest, LongestBlock))));
            case 7:
                var filled = new byte[1 + random.Next(LongestBlock)];
                filled.AsSpan().Fill((byte)(random.Next(2) == 0 ? input[at] : random.Next(256)));
                return Insert(input, at, filled);
            case 8:
                var from = start + random.Next(length);
                var size = Math.Min(rest, Math.Min(start + length - from, 1 + random.Next(LongestBlock)));
                input.AsSpan(from, size).ToArray().CopyTo(input.AsSpan(at));
                return input;
            case 9 when other.Length > 0:
                return Splice(input, at, rest, other);
            case 10 or 11 when target.Words.Count > 0:
                var word = target.Words[random.Next(target.Words.Count)];
                if (random.Next(2) == 0)
                    return Insert(input, at, word);
                word.AsSpan(0, Math.Min(rest, word.Length)).CopyTo(input.AsSpan(at));
                return input;
            case 12:
                return Digits(input, at, rest);
            default:
                return random.Next(16) == 0 ? input[..at] : Insert(input, at, [(byte)random.Next(256)]);
        }
    }

    private void Number(Span<byte> place)
    {
        var value = Interesting[random.Next(Interesting.Length)];
        var isAdded = random.Next(2) == 0;
        var isBig = random.Next(2) == 0;
        var step = (ulong)(long)random.Next(-35, 36);
        switch (random.Next(3))
        {
            case 0 when place.Length >= 2:
                var two = (ushort)(isAdded ? (isBig ? BinaryPrimitives.ReadUInt16BigEndian(place) : BinaryPrimitives.ReadUInt16LittleEndian(place)) + step : value);
                BinaryPrimitives.WriteUInt16LittleEndian(place, isBig ? BinaryPrimitives.ReverseEndianness(two) : two);
                return;
            case 1 when place.Length >= 4:
                var four = (uint)(isAdded ? (isBig ? BinaryPrimitives.ReadUInt32BigEndian(place) : BinaryPrimitives.ReadUInt32LittleEndian(place)) + step : value);
                BinaryPrimitives.WriteUInt32LittleEndian(place, isBig ? BinaryPrimitives.ReverseEndianness(four) : four);
                return;
            case 2 when place.Length >= 8:
                BinaryPrimitives.WriteUInt64LittleEndian(place, isBig ? BinaryPrimitives.ReverseEndianness(value) : value);
                return;
            default:
                place[0] = (byte)value;
                return;
        }
    }

    private byte[] Splice(byte[] input, int at, int rest, byte[] other)
    {
        var focus = target.Focus(other);
        var (start, length) = focus[random.Next(focus.Count)].GetOffsetAndLength(other.Length);
        if (length == 0)
            return input;
        var from = random.Next(length);
        var part = other.AsSpan(start + from, 1 + random.Next(Math.Min(length - from, LongestBlock * 4)));
        if (random.Next(2) == 0)
            return Insert(input, at, part);
        part[..Math.Min(rest, part.Length)].CopyTo(input.AsSpan(at));
        return input;
    }

    /// <summary>A number in text becomes another one.</summary>
    private byte[] Digits(byte[] input, int at, int rest)
    {
        var first = input.AsSpan(at, rest).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (first < 0)
            return input;
        first += at;
        var last = first;
        while (last < at + rest && input[last] is >= (byte)'0' and <= (byte)'9')
            last++;
        var number = Encoding.ASCII.GetBytes(Interesting[random.Next(Interesting.Length)].ToString(CultureInfo.InvariantCulture));
        return [.. input.AsSpan(0, first), .. number, .. input.AsSpan(last)];
    }

    private static byte[] Cut(byte[] input, int at, int length) => [.. input.AsSpan(0, at), .. input.AsSpan(at + length)];

    private byte[] Insert(byte[] input, int at, ReadOnlySpan<byte> part) =>
        input.Length + part.Length > target.MaxLength ? input : [.. input.AsSpan(0, at), .. part, .. input.AsSpan(at)];
}
