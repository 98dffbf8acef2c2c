namespace Aovpn.Codecs.Nps;

/// <summary>
/// A line of the database-compatible format: text in quotation marks, doubled inside; numbers and times bare; columns that are empty to the
/// line's end mostly, not always, absent.
/// </summary>
internal static class OdbcLine
{
    /// <param name="fields">Empty; receives the columns that hold something.</param>
    /// <returns>Null for a record.</returns>
    public static NpsDamage? Parse(ReadOnlySpan<byte> line, NpsSpan at, List<NpsField> fields)
    {
        var columns = NpsAttributeTable.Columns;
        var position = 0;
        for (var column = 1; ; column++)
        {
            var damage = Value(line, ref position, out var start, out var length, out var doubled);
            if (damage is { } reason)
                return new NpsDamage(at.Line, at.LastLine, at.Offset, reason, NpsLogFormat.Odbc, column);
            if (length > 0)
            {
                if (column > columns.Length)
                    return new NpsDamage(at.Line, at.LastLine, at.Offset, NpsDamageReason.TooManyColumns, NpsLogFormat.Odbc, column);
                var name = columns[column - 1];
                if (name is NpsAttributeName.PacketType or NpsAttributeName.ReasonCode && line.Slice(start, length).ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                    return new NpsDamage(at.Line, at.LastLine, at.Offset, NpsDamageReason.WrongColumn, NpsLogFormat.Odbc, column);
                fields.Add(new(name, start, length, doubled ? NpsFieldForm.DoubledQuotes : NpsFieldForm.Plain, 0));
            }

            if (position >= line.Length)
                break;
            position++;
        }

        if (!fields.Exists(field => field.Name == NpsAttributeName.PacketType))
            return new NpsDamage(at.Line, at.LastLine, at.Offset, NpsDamageReason.WrongColumn, NpsLogFormat.Odbc, 5);
        return null;
    }

    /// <summary>Reads one column; leaves <paramref name="position"/> at the comma behind it or at the line's end.</summary>
    public static NpsDamageReason? Value(ReadOnlySpan<byte> line, ref int position, out int start, out int length, out bool doubled)
    {
        (start, length, doubled) = (position, 0, false);
        if (position < line.Length && line[position] == '"')
        {
            start++;
            var at = start;
            while (true)
            {
                var quote = line[at..].IndexOf((byte)'"');
                if (quote < 0)
                    return NpsDamageReason.QuoteNotClosed;
                at += quote + 1;
                if (at >= line.Length || line[at] != '"')
                    break;
                doubled = true;
                at++;
            }

            length = at - 1 - start;
            while (at < line.Length && line[at] == ' ')
                at++;
            position = at;
            return at < line.Length && line[at] != ',' ? NpsDamageReason.TextAfterQuote : null;
        }

        var comma = line[position..].IndexOf((byte)',');
        var end = comma < 0 ? line.Length : position + comma;
        (length, position) = (end - position, end);
        return null;
    }
}
