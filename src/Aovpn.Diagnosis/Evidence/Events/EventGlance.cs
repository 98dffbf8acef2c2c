using System.Globalization;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Tells by a glance at the text of an event that it is whole and no business of a VPN, as nearly all of a security log are, so that it
/// need not be parsed. Whatever looks odd is parsed.
/// </summary>
internal sealed class EventGlance
{
    private readonly Dictionary<string, Dictionary<int, bool>> _known = new(StringComparer.Ordinal);

    public bool IsOfNoInterest(RawEvent raw) =>
        raw is { IsClosed: true, IsTooLong: false } && Provider(raw.Text) is { IsEmpty: false } provider && Id(raw.Text) is >= 0 and var id
        && !Knows(provider, id, raw.Text) && IsWhole(raw.Text);

    private bool Knows(ReadOnlySpan<char> provider, int id, string text)
    {
        if (provider is "Application Error")
            return ApplicationErrors.MayConcern(text);
        var byName = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!byName.TryGetValue(provider, out var ids))
            byName[provider] = ids = [];
        if (!ids.TryGetValue(id, out var known))
            ids[id] = known = EventMeaning.Knows(provider.ToString(), id);
        return known;
    }

    private static ReadOnlySpan<char> Provider(ReadOnlySpan<char> text)
    {
        var tag = Tag(text, "<Provider ");
        var name = tag.IndexOf("Name=", StringComparison.Ordinal);
        if (name < 0 || name + 6 > tag.Length)
            return [];
        var quote = tag[name + 5];
        var value = tag[(name + 6)..];
        var end = value.IndexOf(quote);
        return quote is '\'' or '"' && end > 0 && !value[..end].Contains('&') ? value[..end] : [];
    }

    private static int Id(ReadOnlySpan<char> text)
    {
        var tag = Tag(text, "<EventID");
        if (tag.IsEmpty)
            return -1;
        var after = text[(text.IndexOf("<EventID", StringComparison.Ordinal) + tag.Length + 1)..];
        var end = after.IndexOf('<');
        return end > 0 && int.TryParse(after[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;
    }

    /// <summary>A tag up to its closing bracket, which is left out; empty where there is none.</summary>
    private static ReadOnlySpan<char> Tag(ReadOnlySpan<char> text, string start)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        if (from < 0)
            return [];
        var tag = text[from..];
        var end = tag.IndexOf('>');
        return end < 0 ? [] : tag[..end];
    }

    /// <summary>As many tags close as open, references are those of XML, no character is forbidden.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyInRange('\0', '\u0008') >= 0 || text.IndexOfAnyInRange('\u000B', '\u001F') is >= 0 || text.IndexOfAnyInRange('\uD800', '\uFFFF') >= 0)
            return false;
        var depth = 0;
        for (var rest = text; rest.IndexOf('<') is >= 0 and var open;)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 1 || rest[..close].Contains('<'))
                return false;
            depth += rest[0] is '/' ? -1 : rest[close - 1] is '/' ? 0 : 1;
            rest = rest[(close + 1)..];
            if (depth == 0)
                return rest.IsEmpty && References(text);
        }

        return false;
    }

    private static bool References(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('&') is >= 0 and var at)
        {
            text = text[(at + 1)..];
            if (!(text.StartsWith("amp;") || text.StartsWith("lt;") || text.StartsWith("gt;") || text.StartsWith("quot;") || text.StartsWith("apos;")))
                return false;
        }

        return true;
    }
}
