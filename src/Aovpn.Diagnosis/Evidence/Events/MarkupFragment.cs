using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Elements out of a torn piece of XML, such as people cut from the details of a CAPI2 event: tags are read line by line as they come,
/// whether they are closed or not.
/// </summary>
internal static class MarkupFragment
{
    private const int MaxElements = 5_000;

    public static ImmutableArray<EventElement> Elements(ImmutableArray<EventValue> lines)
    {
        var elements = ImmutableArray.CreateBuilder<EventElement>();
        var depth = 0;
        foreach (var line in lines)
        {
            var rest = line.Text.AsSpan();
            int open;
            while ((open = rest.IndexOf('<')) >= 0 && elements.Count < MaxElements)
            {
                rest = rest[(open + 1)..];
                var close = rest.IndexOf('>');
                if (close < 0)
                    break;
                var tag = rest[..close];
                rest = rest[(close + 1)..];
                if (tag.StartsWith("/"))
                {
                    depth = Math.Max(0, depth - 1);
                    continue;
                }

                var name = EventXmlScanner.LocalName(tag);
                if (name.Length == 0)
                    continue;
                var end = rest.IndexOf('<');
                elements.Add(new(name, depth, Attributes(tag, line.Place), (end < 0 ? rest : rest[..end]).Trim().ToString(), line.Place));
                if (!tag.EndsWith("/"))
                    depth++;
            }
        }

        return elements.ToImmutable();
    }

    private static ImmutableArray<EventValue> Attributes(ReadOnlySpan<char> tag, Locator? place)
    {
        var attributes = ImmutableArray.CreateBuilder<EventValue>();
        int equals;
        while ((equals = tag.IndexOf('=')) > 0)
        {
            var before = tag[..equals].TrimEnd();
            var name = before[(before.LastIndexOfAny(' ', '\t') + 1)..];
            tag = tag[(equals + 1)..].TrimStart();
            if (tag.IsEmpty || tag[0] is not ('"' or '\''))
                break;
            var end = tag[1..].IndexOf(tag[0]);
            if (end < 0)
                break;
            attributes.Add(new(name.ToString(), tag.Slice(1, end).ToString(), place));
            tag = tag[(end + 2)..];
        }

        return attributes.ToImmutable();
    }
}
