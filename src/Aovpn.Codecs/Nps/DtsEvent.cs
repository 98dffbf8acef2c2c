using System.Text;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// A record of the DTS Compliant format: <c>&lt;Event&gt;</c> with an element per attribute, in any order and as often as the packet had
/// it. The elements' only mark-up is their <c>data_type</c>.
/// </summary>
internal static class DtsEvent
{
    /// <param name="text">From <c>&lt;Event&gt;</c> to <c>&lt;/Event&gt;</c>.</param>
    /// <param name="fields">Empty; receives the attributes that have a value.</param>
    /// <returns>Null for a record.</returns>
    public static NpsDamage? Parse(ReadOnlySpan<byte> text, NpsSpan at, List<NpsField> fields)
    {
        // Other programs name an element so as well.
        if (!IsMeant(text))
            return new NpsDamage(at.Line, at.LastLine, at.Offset, NpsDamageReason.NotARecord, null);

        var position = "<Event>".Length;
        var lines = 0;
        while (true)
        {
            var markup = text[position..].IndexOf((byte)'<');
            if (markup < 0 || text.Slice(position, markup).ContainsAnyExcept(" \t\r\n"u8))
                return Damage(at, position);
            lines += text.Slice(position, markup).Count((byte)'\n');
            position += markup;
            if (text[position..].StartsWith("</Event>"u8))
                break;
            if (!Element(text, at.Line == at.LastLine, ref position, ref lines, fields))
                return Damage(at, position);
        }

        return fields.Count == 0 ? Damage(at, 0) : null;
    }

    /// <summary>Whether text that begins with <c>&lt;Event&gt;</c> is NPS', whose every element says its type.</summary>
    public static bool IsMeant(ReadOnlySpan<byte> text) => text.IndexOf("data_type"u8) >= 0;

    private static bool Element(ReadOnlySpan<byte> text, bool oneLine, ref int position, ref int lines, List<NpsField> fields)
    {
        var close = text[position..].IndexOf((byte)'>');
        if (close < 2)
            return false;
        var tag = text.Slice(position + 1, close - 1);
        var nameLength = tag.IndexOfAny(" \t\r\n/"u8) is var end and >= 0 ? end : tag.Length;
        var name = tag[..nameLength];
        if (name.IsEmpty || !IsName(name))
            return false;
        if (tag[^1] == '/')
        {
            position += close + 1;
            return true;
        }

        var start = position + close + 1;
        var length = text[start..].IndexOf((byte)'<');
        if (length < 0)
            return false;
        var closing = text[(start + length)..];
        if (!closing.StartsWith("</"u8) || !closing[2..].StartsWith(name) || closing.Length <= name.Length + 2)
            return false;
        var behind = closing[(2 + name.Length)..];
        var gap = behind.IndexOf((byte)'>');
        if (gap < 0 || behind[..gap].ContainsAnyExcept(" \t\r\n"u8))
            return false;

        var at = lines;
        if (!oneLine)
            lines += text.Slice(position, start + length - position).Count((byte)'\n');
        position = start + length + 2 + name.Length + gap + 1;
        Add(name, text, start, length, at, fields);
        return true;
    }

    private static void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text, int start, int length, int line, List<NpsField> fields)
    {
        Span<char> letters = stackalloc char[256];
        if (name.Length > letters.Length)
            return;
        letters = letters[..Encoding.Latin1.GetChars(name, letters)];
        var attribute = NpsAttributeTable.OfSpelling(letters);
        if (length > 0 && !NpsAttributeTable.IsSecret(attribute))
            fields.Add(new(attribute, start, length, text.Slice(start, length).ContainsAny((byte)'&', (byte)'\r') ? NpsFieldForm.Entities : NpsFieldForm.Plain, line));
    }

    public static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'-' or (byte)'_' or (byte)'.' or (byte)':') && letter < 0x80)
                return false;
        }

        return true;
    }

    private static NpsDamage Damage(NpsSpan at, int position) => new(at.Line, at.LastLine, at.Offset, NpsDamageReason.NotWellFormed, NpsLogFormat.Dts, position);
}
