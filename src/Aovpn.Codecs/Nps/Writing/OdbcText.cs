using System.Text;

namespace Aovpn.Codecs.Nps.Writing;

/// <summary>A line of the database-compatible format, as <see cref="OdbcLine"/> reads it.</summary>
internal static class OdbcText
{
    public static void Append(StringBuilder line, NpsRecord record, Action<string> leftOut)
    {
        var values = Values(record, leftOut);
        var last = Array.FindLastIndex(values, value => value is not null);
        for (var column = 0; column <= last; column++)
        {
            if (column > 0)
                line.Append(',');
            if (values[column] is { } value)
                Append(line, NpsAttributeTable.Columns[column], value);
        }
    }

    /// <summary>The values of the 66 columns; null where the record has none.</summary>
    /// <param name="leftOut">Told the name of each value that has no column, or whose column is taken.</param>
    public static string?[] Values(NpsRecord record, Action<string> leftOut)
    {
        var values = new string?[NpsAttributeTable.Columns.Length];
        (values[2], values[3]) = NpsMoment.Fields(record);
        foreach (var attribute in record.Attributes)
        {
            if (NpsMoment.IsPart(attribute.Name))
                continue;
            var column = NpsAttributeTable.Columns.IndexOf(attribute.Name);
            if (column >= 0 && values[column] is null)
                values[column] = OneLine(attribute.Value);
            else if (column < 0 || values[column] != OneLine(attribute.Value))
                leftOut(attribute.Name);
        }

        return values;
    }

    private static void Append(StringBuilder line, string column, string value)
    {
        var isBare = NpsMoment.IsPart(column) || NpsAttributeTypes.Of(column) is NpsAttributeType.Number or NpsAttributeType.Time;
        if (isBare && !value.AsSpan().ContainsAny("\",\r\n"))
        {
            line.Append(value);
            return;
        }

        line.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>A line end inside of a value would end the record.</summary>
    private static string OneLine(string value) => value.AsSpan().ContainsAny("\r\n\0") ? string.Join(' ', value.Split('\r', '\n', '\0')) : value;
}
