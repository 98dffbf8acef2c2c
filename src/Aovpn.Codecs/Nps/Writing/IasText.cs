using System.Globalization;
using System.Text;

namespace Aovpn.Codecs.Nps.Writing;

/// <summary>A line of the IAS format, as <see cref="IasLine"/> reads it: six fields, then numbers and values by turns.</summary>
internal static class IasText
{
    public static void Append(StringBuilder line, NpsRecord record, Action<string> leftOut)
    {
        var (date, time) = NpsMoment.Fields(record);
        string?[] header =
        [
            record[NpsAttributeName.NasIPAddress], record[NpsAttributeName.UserName], date, time, record[NpsAttributeName.EventSource], record[NpsAttributeName.ComputerName],
        ];
        for (var field = 0; field < header.Length; field++)
        {
            if (field > 0)
                line.Append(',');
            Value(line, "", header[field] ?? "");
        }

        var inHeader = new List<string> { NpsAttributeName.NasIPAddress, NpsAttributeName.UserName, NpsAttributeName.EventSource, NpsAttributeName.ComputerName };
        foreach (var (name, value, _) in record.Attributes)
        {
            if (NpsMoment.IsPart(name) || inHeader.Remove(name))
                continue;
            if (NpsAttributeTypes.NumberOf(name) is not { } number)
            {
                leftOut(name);
                continue;
            }

            line.Append(',').Append(number.ToString(CultureInfo.InvariantCulture)).Append(',');
            Value(line, name, value);
        }
    }

    /// <summary>Windows writes text that holds the delimiter in hexadecimal; what is read as octets keeps its own form, in quotation marks.</summary>
    private static void Value(StringBuilder line, string name, string value)
    {
        var text = value.AsSpan().ContainsAny("\r\n\0") ? string.Join(' ', value.Split('\r', '\n', '\0')) : value;
        var isOctets = name is NpsAttributeName.MsChapError or NpsAttributeName.Class;
        if (!text.StartsWith('"') && !text.Contains(',', StringComparison.Ordinal) && (isOctets || !IsReadAsOther(text)))
            line.Append(text);
        else if (isOctets)
            line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            line.Append("0x").Append(Convert.ToHexString(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Text that looks like hexadecimal is taken for it.</summary>
    private static bool IsReadAsOther(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal) && NpsText.Decode(Encoding.UTF8.GetBytes(text), NpsFieldForm.MaybeHexadecimal) != text;
}
