using System.Text;

namespace Aovpn.Codecs.Nps.Writing;

/// <summary>A record of the DTS Compliant format on one line, as <see cref="DtsEvent"/> reads it.</summary>
internal static class DtsText
{
    private const string MisspeltByNps = "Fully-Qualifed-User-Name";

    public static void Append(StringBuilder line, NpsRecord record, Action<string> leftOut)
    {
        line.Append("<Event>");
        Element(line, NpsAttributeName.Timestamp, NpsMoment.Element(record));
        var written = record.Format is NpsLogFormat.Ias ? new HashSet<(string, string)>() : null;
        foreach (var (name, value, _) in record.Attributes)
        {
            // The six fields of an IAS line come again as attributes.
            if (NpsMoment.IsPart(name) || (name is NpsAttributeName.NasIPAddress or NpsAttributeName.UserName && written?.Add((name, value)) == false))
                continue;
            if (IsElementName(name))
                Element(line, name, value);
            else
                leftOut(name);
        }

        line.Append("</Event>");
    }

    private static void Element(StringBuilder line, string name, string value)
    {
        var element = name is NpsAttributeName.FullyQualifiedUserName ? MisspeltByNps : name;
        line.Append('<').Append(element).Append(" data_type=\"").Append((char)('0' + (int)NpsAttributeTypes.Of(name))).Append("\">");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '<' => line.Append("&lt;"),
                '>' => line.Append("&gt;"),
                '&' => line.Append("&amp;"),
                '\r' or '\n' => line.Append(' '),
                < ' ' and not '\t' => line.Append('\uFFFD'),
                _ => line.Append(letter),
            };
        }

        line.Append("</").Append(element).Append('>');
    }

    /// <summary>An attribute that only has a number is no element.</summary>
    private static bool IsElementName(string name) =>
        char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':');
}
