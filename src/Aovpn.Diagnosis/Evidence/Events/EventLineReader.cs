using System.Buffers;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Sentences of RasClient and RemoteAccess alone: quoted in a ticket, retyped, wrapped by a mail program, a row of a table or of Event Viewer's CSV. A row
/// whose message was cut off before the code is said to be so.
/// </summary>
public sealed class EventLineReader : IPassageReader
{
    private const int LongestSentence = 4;

    public string Kind => "event-text";

    public int Order => 200;

    public Anchors Anchors { get; } = Anchors.Of(["CoId=", "The user ", "The link to the Remote Access Server", .. RemoteAccessMessage.Openings]);

    private static readonly SearchValues<string> Openings = SearchValues.Create(
        ["CoId=", "The user ", "The link to the Remote Access Server", .. RemoteAccessMessage.Openings], StringComparison.OrdinalIgnoreCase);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var rows = EventTable.Rows(text);
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (!rows.Contains(line) && !text[line].AsSpan().ContainsAny(Openings))
                continue;
            if (Sentence(text, line) is { } sentence)
            {
                // A person's words around the sentence are left to the reader of notes: nothing is claimed.
                var claimed = sentence.IsAlone ? sentence.Last : line - 1;
                yield return new(line, claimed, [.. EventMeaning.Observe(ToEvent(text, line, sentence))]);
                line = sentence.Last;
            }
            else if (RemoteAccessMessage.Recognize(text[line]) is { } gateway)
            {
                var last = LastOfParagraph(text, line);
                yield return new(line, last, [.. EventMeaning.Observe(ToEvent(text, line, (gateway, last, true)) with { Provider = RemoteAccess.Provider })]);
                line = last;
            }
            else if (rows.Contains(line))
            {
                yield return new(line, line, [.. Row(text, line)]);
            }
        }
    }

    private static WindowsEvent ToEvent(EvidenceText text, int first, (int EventId, int Last, bool IsAlone) sentence) =>
        new(text.Cite(first, sentence.Last), RasClient.Provider, sentence.EventId)
        {
            Wall = EventTable.Time(text[first]),
            Message = [.. Enumerable.Range(first, sentence.Last - first + 1).Select(line => new EventValue(null, Unquoted(text[line]), new Locator.Lines(line)))],
        };

    /// <summary>An English sentence of RasClient that begins on a line: one line, or as many as it takes to reach the number that ends it.</summary>
    private static (int EventId, int Last, bool IsAlone)? Sentence(EvidenceText text, int first)
    {
        var joined = Unquoted(text[first]);
        if (!Begins(joined))
            return null;
        for (var last = first; ; last++)
        {
            if (RasClientMessage.Recognize(joined) is { } eventId && (eventId is not (20226 or 20227) || IsComplete(joined) || IsCut(joined)))
                return (eventId, last, IsAlone(joined));
            if (last - first + 1 >= LongestSentence || last >= text.Lines.Length || string.IsNullOrWhiteSpace(text[last + 1]) || IsCut(joined))
                break;
            joined = $"{joined} {Unquoted(text[last + 1])}";
        }

        return (RasClientMessage.Recognize(joined = Unquoted(text[first])) ?? RasClientMessage.Translated(joined)) is { } found ? (found, first, true) : null;
    }

    /// <summary>The reason follows, wrapped where a mail program or a console did so.</summary>
    private static int LastOfParagraph(EvidenceText text, int first)
    {
        var last = first;
        while (last < text.Lines.Length && last - first + 1 < LongestSentence && !string.IsNullOrWhiteSpace(text[last + 1])
            && !text[last].TrimEnd().EndsWith('.') && RemoteAccessMessage.Recognize(text[last + 1]) is null && !Begins(text[last + 1]))
        {
            last++;
        }

        return last;
    }

    private static bool Begins(string line) =>
        line.Contains("CoId=", StringComparison.OrdinalIgnoreCase) || line.Contains("The user ", StringComparison.OrdinalIgnoreCase)
        || line.Contains("The link to the Remote Access Server", StringComparison.OrdinalIgnoreCase);

    private static bool IsComplete(string message) => RasClientMessage.EndOfCode(message) is not null;

    /// <summary>Nothing but the sentence, a row's columns and punctuation.</summary>
    private static bool IsAlone(string message)
    {
        const int LongestRemark = 12;
        var begin = message.IndexOf("CoId=", StringComparison.OrdinalIgnoreCase);
        if (begin < 0)
            begin = Math.Max(0, message.IndexOf("The user ", StringComparison.OrdinalIgnoreCase));
        var isRow = begin > 0 && (message[begin - 1] is '"' or '\t' || message.AsSpan(0, begin).Contains("RasClient", StringComparison.OrdinalIgnoreCase) || char.IsAsciiDigit(message[0]));
        if (begin > LongestRemark && !isRow)
            return false;
        return RasClientMessage.EndOfCode(message) is not { } end || message.Length - end <= LongestRemark;
    }

    private static bool IsCut(string message) => message.TrimEnd().EndsWith("...", StringComparison.Ordinal) || message.TrimEnd().EndsWith('…');

    private static string Unquoted(string line) => line.Trim().TrimStart('>', '|', '*', '-', '`', ' ').TrimEnd('`', '*', '"', ' ');

    /// <summary>Other rows of a table of RasClient's events.</summary>
    private static IEnumerable<Observation> Row(EvidenceText text, int line)
    {
        const string Attention = " requires attention.";
        var content = text[line].Trim();
        if (!content.EndsWith(Attention, StringComparison.OrdinalIgnoreCase))
            return [];
        var name = content[..^Attention.Length];
        return EventMeaning.Observe(new(text.Cite(line), RasClient.Provider, 20291) { Data = [new(null, name, new Locator.Lines(line))] });
    }
}
