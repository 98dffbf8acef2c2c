using System.Collections.Frozen;
using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using static Aovpn.Diagnosis.Evidence.Events.EventXml;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Reads an event in the form in which Windows writes it (<see cref="EventGlanceMarkup"/>) without a general parser, which has buffers and tables to make for
/// each event.
/// </summary>
internal static class EventPlainXml
{
    /// <summary>Names that come again in every event.</summary>
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "Event", "System", "Provider", "Name", "Guid", "EventSourceName", "EventID", "Version", "Level", "Task", "Opcode", "Keywords", "TimeCreated", "SystemTime", "EventRecordID",
        "Correlation", "Execution", "Channel", "Computer", "Security", "EventData", "Data", "Binary", "UserData", "RenderingInfo", "Message",
    ],
    StringComparer.Ordinal);

    /// <summary>Children of System that anything is taken from.</summary>
    private static readonly FrozenSet<string> OfSystem =
        FrozenSet.ToFrozenSet(["Provider", "EventID", "TimeCreated", "EventRecordID", "Channel", "Computer"], StringComparer.Ordinal);

    /// <returns>False for an event that has to be read with care; nothing of it was taken then.</returns>
    public static bool Walk(ReadOnlySpan<char> xml, EventParts parts, long firstLine)
    {
        var markup = new EventGlanceMarkup(xml);
        if (!EventGlanceMarkup.IsPlain(xml) || !markup.ReadSystem() || !markup.ReadRest())
            return false;

        var open = new Stack<OpenElement>();
        var (at, line) = (0, firstLine);
        while (at < xml.Length)
        {
            var rest = xml[at..];
            if (rest[0] != '<')
            {
                var text = rest[..rest.IndexOf('<')];
                open.Peek().Append(Decoded(text));
                line += text.Count('\n');
                at += text.Length;
                continue;
            }

            if (rest[1] == '/')
            {
                Close(line);
                at += rest.IndexOf('>') + 1;
                continue;
            }

            if (Unasked(rest, open) is > 0 and var passed)
            {
                line += rest[..passed].Count('\n');
                at += passed;
                continue;
            }

            var (element, length) = Start(rest, line, open);
            if (open.TryPeek(out var parent))
                parent.HasChildren = true;
            else
                parts.Begin();
            open.Push(element);
            parts.Started(open);
            if (rest[length - 2] == '/')
                Close(line);
            line += rest[..length].Count('\n');
            at += length;
        }

        return true;

        void Close(long end)
        {
            parts.Ended(open, end);
            open.Pop();
        }
    }

    /// <returns>The length of a child of System that nobody asks for, from its tag to its end; 0 for any other.</returns>
    private static int Unasked(ReadOnlySpan<char> rest, Stack<OpenElement> open)
    {
        if (open.Count != 2 || open.Peek().Name != "System" || OfSystem.GetAlternateLookup<ReadOnlySpan<char>>().Contains(NameOf(rest)))
            return 0;
        var tag = TagLength(rest);
        if (rest[tag - 2] == '/')
            return tag;
        var end = tag + rest[tag..].IndexOf('<');
        return rest[end + 1] == '/' ? end + rest[end..].IndexOf('>') + 1 : 0;
    }

    /// <summary>Values in quotation marks may hold brackets.</summary>
    private static int TagLength(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOfAny('>', '"', '\'');
        while (tag[at] != '>')
        {
            at += tag[(at + 1)..].IndexOf(tag[at]) + 2;
            at += tag[at..].IndexOfAny('>', '"', '\'');
        }

        return at + 1;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag) => tag[1..(1 + tag[1..].IndexOfAny(" \n\t/>"))];

    /// <returns>The element that a tag opens, and the tag's length.</returns>
    private static (OpenElement Element, int Length) Start(ReadOnlySpan<char> tag, long line, Stack<OpenElement> open)
    {
        var name = NameOf(tag);
        var areAsked = open.Count > 0 && (open.Count != 2 || open.Peek().Name != "System" || name is "Provider" or "TimeCreated");
        var at = 1 + name.Length;
        ImmutableArray<EventValue>.Builder? attributes = null;
        var before = line;
        while (true)
        {
            if (tag[at] is '>')
                break;
            if (tag[at] is ' ' or '\n' or '\t' or '/')
            {
                before += tag[at++] == '\n' ? 1 : 0;
                continue;
            }

            var equals = tag[at..].IndexOf('=');
            var local = tag.Slice(at, equals);
            var value = tag[(at + equals + 2)..];
            value = value[..value.IndexOf(tag[at + equals + 1])];

            // Nobody asks for the root's, and of System's only for the provider's and the time.
            if (areAsked)
                (attributes ??= ImmutableArray.CreateBuilder<EventValue>(2)).Add(new(Shared(local[(local.LastIndexOf(':') + 1)..]), value.Trim().ToString(), new Locator.Lines(before)));
            before += value.Count('\n');
            at += equals + value.Length + 3;
        }

        return (new(Shared(name), line, attributes?.ToImmutable() ?? []), at + 1);
    }

    private static string Shared(ReadOnlySpan<char> name) =>
        Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var shared) ? shared : name.ToString();

    /// <summary>The five references of XML, which are all there are in such an event.</summary>
    private static string Decoded(ReadOnlySpan<char> text)
    {
        var written = text.ToString();
        return !text.Contains('&') ? written : written.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&apos;", "'", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }
}
