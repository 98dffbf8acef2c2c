using System.Buffers.Text;

namespace Aovpn.Codecs.Nps;

/// <summary>A line of the IAS (legacy) format: six fields, then attribute numbers and values by turns. An attribute may come again and again.</summary>
/// <remarks>
/// Windows writes text that holds a comma in hexadecimal. Other writers do not: where a number should stand and none does, the
/// text belongs to the value before it.
/// </remarks>
internal static class IasLine
{
    public static readonly string[] Header =
        [NpsAttributeName.NasIPAddress, NpsAttributeName.UserName, NpsAttributeName.RecordDate, NpsAttributeName.RecordTime, NpsAttributeName.EventSource, NpsAttributeName.ComputerName];

    /// <param name="fields">Empty; receives the attributes that have a value.</param>
    /// <returns>Null for a record.</returns>
    public static NpsDamage? Parse(ReadOnlySpan<byte> line, NpsSpan at, List<NpsField> fields)
    {
        var position = 0;
        for (var column = 1; column <= Header.Length; column++)
        {
            if (OdbcLine.Value(line, ref position, out var start, out var length, out var doubled) is { } reason)
                return Damage(at, reason, column);
            if (length > 0)
                fields.Add(new(Header[column - 1], start, length, doubled ? NpsFieldForm.DoubledQuotes : NpsFieldForm.MaybeHexadecimal, 0));
            if (position >= line.Length && column < Header.Length)
                return Damage(at, NpsDamageReason.WrongColumn, column + 1);
            position++;
        }

        for (var column = Header.Length + 1; position < line.Length; column++)
        {
            var comma = line[position..].IndexOf((byte)',');
            var number = comma < 0 ? line[position..] : line.Slice(position, comma);
            if (number.IsEmpty && comma < 0)
                break;
            if (!IsNumber(number, out var attribute))
            {
                if (fields.Count <= Header.Length || fields[^1] is not { Form: NpsFieldForm.MaybeHexadecimal } before || before.Start + before.Length + 1 != position)
                    return Damage(at, NpsDamageReason.WrongColumn, column);
                fields[^1] = before with { Length = before.Length + 1 + number.Length };
                position += number.Length + 1;
                continue;
            }

            if (comma < 0)
                return Damage(at, NpsDamageReason.AttributeWithoutValue, attribute);
            position += comma + 1;
            if (OdbcLine.Value(line, ref position, out var start, out var length, out var doubled) is { } reason)
                return Damage(at, reason, column);
            position++;
            var name = NpsAttributeTable.OfNumber(attribute);
            if (length > 0 && !NpsAttributeTable.IsSecret(name))
                fields.Add(new(name, start, length, doubled ? NpsFieldForm.DoubledQuotes : Form(name), 0));
        }

        return null;
    }

    /// <summary>MS-CHAP-Error and Class are octets: whoever reads them wants them as written.</summary>
    public static NpsFieldForm Form(string name) =>
        name is NpsAttributeName.MsChapError or NpsAttributeName.Class ? NpsFieldForm.Plain : NpsFieldForm.MaybeHexadecimal;

    private static bool IsNumber(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 10 && Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;
    }

    private static NpsDamage Damage(NpsSpan at, NpsDamageReason reason, long detail) => new(at.Line, at.LastLine, at.Offset, reason, NpsLogFormat.Ias, detail);
}
