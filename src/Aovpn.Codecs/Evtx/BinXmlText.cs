using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Aovpn.Codecs.Evtx;

/// <summary>Values as Windows 10 and later write them: hexadecimal without leading zeros, times in UTC to 100 ns, GUIDs in lower case.</summary>
internal static class BinXmlText
{
    /// <summary>Windows-1252 from 0x80 to 0x9F; the rest is Latin 1.</summary>
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private const int LargestSid = 15;

    /// <summary>1601-01-01, where FILETIME begins, in ticks of .NET.</summary>
    private const long YearOf1601 = 504_911_232_000_000_000;

    [ThreadStatic]
    private static Utf8Buffer? _plain;

    /// <summary>Appends one value that is no array and no binary XML. Only text can need escapes.</summary>
    public static void Write(Utf8Buffer output, byte type, ReadOnlySpan<byte> value, bool inAttribute)
    {
        switch (type)
        {
            case BinXmlType.String or BinXmlType.Xml:
                XmlCharacters.Write(output, String(value), inAttribute);
                break;

            case BinXmlType.AnsiString:
                XmlCharacters.Write(output, Ansi(value), inAttribute);
                break;

            default:
                WritePlain(output, type, value);
                break;
        }
    }

    public static string ToString(byte type, ReadOnlySpan<byte> value)
    {
        switch (type)
        {
            case BinXmlType.String or BinXmlType.Xml:
                return new string(String(value));

            case BinXmlType.AnsiString:
                return Ansi(value);

            case BinXmlType.UInt16 when value.Length >= 2:
                return BinaryPrimitives.ReadUInt16LittleEndian(value).ToString(CultureInfo.InvariantCulture);

            default:
                var plain = _plain ??= new();
                plain.Clear();
                WritePlain(plain, type, value);
                return Encoding.ASCII.GetString(plain.Written);
        }
    }

    /// <summary>Text without the NUL that some writers count in.</summary>
    public static ReadOnlySpan<char> String(ReadOnlySpan<byte> value) => MemoryMarshal.Cast<byte, char>(value).TrimEnd('\0');

    /// <summary>Whether the value can be written as a JSON number without loss in any reader.</summary>
    public static bool IsSmallNumber(byte type) => type is >= BinXmlType.Int8 and <= BinXmlType.UInt32;

    private static void WritePlain(Utf8Buffer output, byte type, ReadOnlySpan<byte> value)
    {
        var width = BinXmlType.Width(type, value.Length);
        if (width > value.Length)
        {
            WriteHexadecimal(output, value);
            return;
        }

        switch (type)
        {
            case BinXmlType.Null:
                break;
            case BinXmlType.Int8:
                output.Write((sbyte)value[0]);
                break;
            case BinXmlType.UInt8:
                output.Write(value[0]);
                break;
            case BinXmlType.Int16:
                output.Write(BinaryPrimitives.ReadInt16LittleEndian(value));
                break;
            case BinXmlType.UInt16:
                output.Write(BinaryPrimitives.ReadUInt16LittleEndian(value));
                break;
            case BinXmlType.Int32:
                output.Write(BinaryPrimitives.ReadInt32LittleEndian(value));
                break;
            case BinXmlType.UInt32:
                output.Write(BinaryPrimitives.ReadUInt32LittleEndian(value));
                break;
            case BinXmlType.Int64:
                output.Write(BinaryPrimitives.ReadInt64LittleEndian(value));
                break;
            case BinXmlType.UInt64:
                output.Write(BinaryPrimitives.ReadUInt64LittleEndian(value));
                break;
            case BinXmlType.Real32:
                output.Write(BinaryPrimitives.ReadSingleLittleEndian(value));
                break;
            case BinXmlType.Real64:
                output.Write(BinaryPrimitives.ReadDoubleLittleEndian(value));
                break;
            case BinXmlType.Boolean:
                output.Write(BinaryPrimitives.ReadInt32LittleEndian(value) != 0 ? "true"u8 : "false"u8);
                break;
            case BinXmlType.Guid:
                output.Write(new Guid(value[..16]), "B");
                break;
            case BinXmlType.Size or BinXmlType.Handle or BinXmlType.HexInt32 or BinXmlType.HexInt64:
                output.Write("0x"u8);
                output.Write(width == 8 ? BinaryPrimitives.ReadUInt64LittleEndian(value) : BinaryPrimitives.ReadUInt32LittleEndian(value), "x");
                break;
            case BinXmlType.FileTime:
                WriteFileTime(output, BinaryPrimitives.ReadInt64LittleEndian(value));
                break;
            case BinXmlType.SystemTime:
                WriteSystemTime(output, value);
                break;
            case BinXmlType.Sid when value.Length >= 8 && value[1] <= LargestSid && value.Length >= 8 + (4 * value[1]):
                WriteSid(output, value);
                break;
            default:
                WriteHexadecimal(output, value);
                break;
        }
    }

    /// <returns>The instant of a FILETIME; null outside of the years 1601 to 9999.</returns>
    public static DateTime? FileTime(long ticks) =>
        ticks >= 0 && ticks <= DateTime.MaxValue.Ticks - YearOf1601 ? new DateTime(YearOf1601 + ticks, DateTimeKind.Utc) : null;

    private static void WriteFileTime(Utf8Buffer output, long ticks)
    {
        if (FileTime(ticks) is { } time)
        {
            output.Write(time, "O");
            return;
        }

        output.Write("0x"u8);
        output.Write(ticks, "x");
    }

    /// <summary>SYSTEMTIME: year, month, day of week, day, hour, minute, second, millisecond.</summary>
    private static void WriteSystemTime(Utf8Buffer output, ReadOnlySpan<byte> value)
    {
        var parts = MemoryMarshal.Cast<byte, ushort>(value);
        output.Write(parts[0], "D4");
        output.WriteByte((byte)'-');
        output.Write(parts[1], "D2");
        output.WriteByte((byte)'-');
        output.Write(parts[3], "D2");
        output.WriteByte((byte)'T');
        output.Write(parts[4], "D2");
        output.WriteByte((byte)':');
        output.Write(parts[5], "D2");
        output.WriteByte((byte)':');
        output.Write(parts[6], "D2");
        output.WriteByte((byte)'.');
        output.Write(parts[7], "D3");
        output.WriteByte((byte)'Z');
    }

    /// <summary>MS-DTYP section 2.4.2.1: from 2^32 on the authority is written in hexadecimal.</summary>
    private static void WriteSid(Utf8Buffer output, ReadOnlySpan<byte> value)
    {
        output.Write("S-"u8);
        output.Write(value[0]);
        output.WriteByte((byte)'-');
        var authority = ((ulong)BinaryPrimitives.ReadUInt16BigEndian(value[2..]) << 32) | BinaryPrimitives.ReadUInt32BigEndian(value[4..]);
        if (authority > uint.MaxValue)
        {
            output.Write("0x"u8);
            output.Write(authority, "X12");
        }
        else
        {
            output.Write(authority);
        }

        for (var index = 0; index < value[1]; index++)
        {
            output.WriteByte((byte)'-');
            output.Write(BinaryPrimitives.ReadUInt32LittleEndian(value[(8 + (index * 4))..]));
        }
    }

    private static void WriteHexadecimal(Utf8Buffer output, ReadOnlySpan<byte> value)
    {
        if (Convert.TryToHexString(value, output.Room(value.Length * 2), out var written))
            output.Advance(written);
    }

    private static string Ansi(ReadOnlySpan<byte> value)
    {
        value = value.TrimEnd((byte)0);
        if (!value.ContainsAnyInRange((byte)0x80, (byte)0x9F))
            return Encoding.Latin1.GetString(value);
        var text = new StringBuilder(value.Length);
        foreach (var letter in value)
            text.Append(letter is >= 0x80 and < 0xA0 ? Windows1252[letter - 0x80] : (char)letter);
        return text.ToString();
    }
}
