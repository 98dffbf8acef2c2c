using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Reads one <c>Event</c> element. Elements are known by local name, because copies lose or damage the namespace; text beside child
/// elements, such as the tree markers of Event Viewer's XML view, means nothing. No document type, no entities, no resolver.
/// </summary>
internal static class EventXml
{
    private const int MaxDepth = 64;

    /// <returns>
    /// The event as far as it can be read, null when not even provider and id can; and the line at which it breaks, null when it is whole.
    /// </returns>
    public static (WindowsEvent? Event, long? BrokenAt) Parse(string xml, Artifact artifact, Provenance provenance, long firstLine, long lastLine, bool isCareful = false)
    {
        var parts = new EventParts();
        long? brokenAt = null;
        if (!isCareful && EventPlainXml.Walk(xml, parts, firstLine))
            return (parts.ToEvent(new Citation(artifact, new Locator.Lines(firstLine, lastLine), provenance)), null);
        try
        {
            // Providers leave prefixes undeclared, which only this reader lets pass.
            using var reader = new XmlTextReader(WithoutIllegalCharacters(xml), XmlNodeType.Element, context: null)
            {
                Namespaces = false,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
            };
            Walk(reader, parts, firstLine);
        }
        catch (XmlException damage)
        {
            brokenAt = Math.Clamp(firstLine + damage.LineNumber - 1, firstLine, lastLine);
        }
        catch (ArgumentException)
        {
            // Lone surrogates in names reach the base library's checks this way.
            brokenAt = firstLine;
        }

        return (parts.ToEvent(new Citation(artifact, new Locator.Lines(firstLine, lastLine), provenance)), brokenAt);
    }

    private static void Walk(XmlTextReader reader, EventParts parts, long firstLine)
    {
        var position = (IXmlLineInfo)reader;
        var open = new Stack<OpenElement>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= MaxDepth)
                        throw new XmlException("deeper than any event", null, position.LineNumber, position.LinePosition);
                    if (open.TryPeek(out var parent))
                        parent.HasChildren = true;
                    var line = firstLine + position.LineNumber - 1;
                    var element = new OpenElement(LocalName(reader.Name), line, Attributes(reader, firstLine, position));
                    if (open.Count == 0)
                        parts.Begin();
                    open.Push(element);
                    parts.Started(open);
                    if (reader.IsEmptyElement)
                        Close(line);
                    break;

                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (open.TryPeek(out var holder))
                        holder.Append(reader.Value);
                    break;

                case XmlNodeType.EntityReference:
                    throw new XmlException("an entity, which no event has", null, position.LineNumber, position.LinePosition);

                case XmlNodeType.EndElement:
                    Close(firstLine + position.LineNumber - 1);
                    break;

                default:
                    break;
            }
        }

        void Close(long line)
        {
            parts.Ended(open, line);
            open.Pop();
        }
    }

    private static string LocalName(string name) => name[(name.LastIndexOf(':') + 1)..];

    private static ImmutableArray<EventValue> Attributes(XmlReader reader, long firstLine, IXmlLineInfo position)
    {
        if (!reader.HasAttributes)
            return [];
        var attributes = ImmutableArray.CreateBuilder<EventValue>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
            attributes.Add(new(LocalName(reader.Name), reader.Value.Trim(), new Locator.Lines(firstLine + position.LineNumber - 1)));
        reader.MoveToElement();
        return attributes.ToImmutable();
    }

    /// <summary>Windows writes control characters that XML forbids, and broken surrogates; each becomes U+FFFD.</summary>
    private static string WithoutIllegalCharacters(string xml)
    {
        StringBuilder? clean = null;
        for (var index = 0; index < xml.Length; index++)
        {
            var letter = xml[index];
            var pair = char.IsHighSurrogate(letter) && index + 1 < xml.Length && char.IsLowSurrogate(xml[index + 1]);
            if (pair)
            {
                clean?.Append(letter).Append(xml[index + 1]);
                index++;
                continue;
            }

            if (XmlConvert.IsXmlChar(letter))
            {
                clean?.Append(letter);
                continue;
            }

            clean ??= new StringBuilder(xml, 0, index, xml.Length);
            clean.Append('\uFFFD');
        }

        return clean?.ToString() ?? xml;
    }

    /// <summary>An element whose end has not been read yet.</summary>
    internal sealed class OpenElement(string name, long line, ImmutableArray<EventValue> attributes)
    {
        private string _text = "";
        private StringBuilder? _more;

        public string Name => name;

        public long Line => line;

        public ImmutableArray<EventValue> Attributes => attributes;

        /// <summary>Nearly every element has one piece of text.</summary>
        public string Text => _more?.ToString() ?? _text;

        public bool HasChildren { get; set; }

        /// <summary>Its place in the list of UserData; -1 elsewhere.</summary>
        public int UserDataIndex { get; set; } = -1;

        public void Append(string text)
        {
            if (_text.Length == 0 && _more is null)
                _text = text;
            else
                (_more ??= new StringBuilder(_text)).Append(text);
        }

        public string? Attribute(string wanted) => attributes.FirstOrDefault(attribute => attribute.Name == wanted)?.Text;

        /// <summary>Text beside children is layout or a tree marker.</summary>
        public string OwnText => HasChildren ? "" : Text.Trim();
    }

    /// <returns>The instant of a SystemTime attribute; null when it is none. Windows writes nine digits of fraction, .NET reads seven.</returns>
    internal static DateTimeOffset? SystemTime(ReadOnlySpan<char> text)
    {
        if (Usual(text) is { } usual)
            return usual;
        var point = text.IndexOf('.');
        if (point >= 0)
        {
            var end = point + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            text = string.Concat(text[..Math.Min(end, point + 8)], text[end..]);
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var instant) ? instant : null;
    }

    /// <summary>2026-11-22T10:15:00.0470000Z, with seven digits of fraction or more: the form of nearly every event, without a general parser.</summary>
    private static DateTimeOffset? Usual(ReadOnlySpan<char> text)
    {
        const int Digits = 7;
        if (text is not [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, '.', .. { Length: > Digits and <= 10 }, 'Z'] || text[20..^1].ContainsAnyExceptInRange('0', '9'))
            return null;
        var (year, month, day) = (Figure(text[..4]), Figure(text[5..7]), Figure(text[8..10]));
        var (hour, minute, second) = (Figure(text[11..13]), Figure(text[14..16]), Figure(text[17..19]));
        return year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month) && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).AddTicks(Figure(text.Slice(20, Digits)))
            : null;
    }

    /// <summary>-1 for what is no number.</summary>
    private static int Figure(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
