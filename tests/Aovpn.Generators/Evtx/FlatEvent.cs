using System.Globalization;
using System.Text;
using System.Xml;

namespace Aovpn.Generators.Evtx;

/// <summary>
/// An event's XML as a list of paths with values, for comparing what two programs make of one record. Made alike, because libevtx
/// writes them in another way: leading zeros of hexadecimal numbers, the case of GUIDs and of hexadecimal, digits of a second's fraction,
/// line ends, characters that XML forbids, white space at the ends of values.
/// </summary>
public static class FlatEvent
{
    /// <summary>One list for each element at the top.</summary>
    public static IEnumerable<List<string>> All(string xml) => All(new XmlTextReader(xml, XmlNodeType.Element, context: null));

    /// <param name="xml">UTF-8.</param>
    public static IEnumerable<List<string>> All(Stream xml) => All(new XmlTextReader(xml, XmlNodeType.Element, context: null));

    private static IEnumerable<List<string>> All(XmlTextReader opened)
    {
        using var reader = opened;
        (reader.Namespaces, reader.DtdProcessing, reader.Normalization) = (false, DtdProcessing.Prohibit, false);
        List<string>? values = null;
        var path = new List<string>();
        var text = new StringBuilder();
        var hasChildren = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (path.Count == 0)
                        values = [];
                    path.Add(reader.Name);
                    text.Clear();
                    hasChildren = false;
                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute())
                        values!.Add($"{string.Join('/', path)}@{reader.Name}={Same(reader.Value)}");
                    reader.MoveToElement();
                    if (isEmpty)
                        goto case XmlNodeType.EndElement;
                    break;

                case XmlNodeType.EndElement:
                    values!.Add($"{string.Join('/', path)}={(hasChildren ? "" : Same(text.ToString()))}");
                    text.Clear();
                    hasChildren = true;
                    path.RemoveAt(path.Count - 1);
                    if (path.Count == 0)
                        yield return values;
                    break;

                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;

                default:
                    break;
            }
        }
    }

    public static string? Of(List<string> values, string path) => values.Find(value => value.StartsWith(path + "=", StringComparison.Ordinal))?[(path.Length + 1)..];

    /// <summary>A value in the form that all programs have in common.</summary>
    public static string Same(string value)
    {
        value = value.ReplaceLineEndings("\n").Trim();
        if (value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && ulong.TryParse(value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            return $"0x{number:x}";
        if (value.Length == 38 && Guid.TryParseExact(value, "B", out var guid))
            return guid.ToString("B");
        if (value.Length is > 20 and < 32 && value[^1] == 'Z' && value[10] == 'T' && value.LastIndexOf('.') is 19 and var point)
            return value[..^1].TrimEnd('0') is var time && time.Length == point + 1 ? time[..point] + "Z" : (time.Length > point + 8 ? time[..(point + 8)] : time) + "Z";
        var same = new StringBuilder(value.Length);
        foreach (var letter in value)
            same.Append(letter is < ' ' and not ('\n' or '\t') ? (char)(0x2400 + letter) : letter);
        return same.ToString();
    }
}
