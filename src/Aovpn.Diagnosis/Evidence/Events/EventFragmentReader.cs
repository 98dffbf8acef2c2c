using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Evidence.Notes;
using Aovpn.Diagnosis.Evidence.Profiles;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Reads a piece of an event's XML without its root: with System it is the event as far as it goes; EventData alone tells no provider, so only the
/// number is taken that stands where RasClient 20227 has its error (the last of the data behind a correlation id), or NPS its ReasonCode.
/// </summary>
public sealed class EventFragmentReader : IPassageReader
{
    private const int MostLines = 400;
    private const string System = "<System";
    private const string Data = "<EventData";

    public string Kind => "event-fragment";

    public int Order => 12;

    public Anchors Anchors { get; } = Anchors.Of(System, Data);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            var at = text[line].IndexOf(System, StringComparison.OrdinalIgnoreCase);
            var isSystem = at >= 0 && At(text[line], at + System.Length) is '>' or ' ';
            if (!isSystem && (at = text[line].IndexOf(Data, StringComparison.OrdinalIgnoreCase)) < 0)
                continue;
            var last = Last(text, line);
            ImmutableArray<Observation> seen = isSystem ? Event(text, line, last, at) : [.. Codes(text, line, last, at)];
            if (!seen.IsEmpty)
                yield return new(line, last, seen);
            line = last;
        }
    }

    private static ImmutableArray<Observation> Event(EvidenceText text, int first, int last, int at)
    {
        var xml = $"<Event>{string.Join('\n', Enumerable.Range(first, last - first + 1).Select(line => line == first ? text[line][at..] : text[line]))}";
        var (seen, _) = EventXml.Parse(xml, text.Artifact, text.Cite(first).Provenance, first, last);
        return seen is null ? [] : [.. EventMeaning.Observe(seen)];
    }

    private static IEnumerable<WindowsErrorReported> Codes(EvidenceText text, int first, int last, int at)
    {
        var mapped = MappedText.Of(text, first, last).From(at);
        if (new MarkupScanner(mapped.Text).Scan(0) is not { } data)
            yield break;
        MarkupElement[] values = [.. data.All("Data")];
        foreach (var value in values)
        {
            if (value.Attributes.GetValueOrDefault("Name") is "ReasonCode" && Number(value.Text) is { } reason && KnownCodes.IsNpsReason(reason))
                yield return new(text.Cite(mapped.LineAt(value.Offset)), Host.NpsServer, null, Code.NpsReason(reason));
        }

        if (values.Length > 2 && values[0].Attributes.Count == 0 && Guid.TryParse(values[0].Text, out _) && Number(values[^1].Text) is { } error && KnownCodes.IsWindows(error))
            yield return new(text.Cite(mapped.LineAt(values[^1].Offset)), Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown), null, Code.Windows(error));
    }

    /// <summary>To the end of the event, or the last line of XML.</summary>
    private static int Last(EvidenceText text, int first)
    {
        var (last, gap) = (first, 0);
        for (var line = first; line <= text.Lines.Length && line - first < MostLines && gap < 2; line++)
        {
            if (line > first && text[line].Contains(System + ">", StringComparison.OrdinalIgnoreCase))
                break;
            gap = text[line].Contains('<', StringComparison.Ordinal) ? 0 : gap + 1;
            if (gap == 0)
                last = line;
            if (text[line].Contains("</Event>", StringComparison.OrdinalIgnoreCase))
                break;
        }

        return last;
    }

    private static char At(string line, int index) => index < line.Length ? line[index] : '\0';

    /// <summary>RasClient prints a signed number.</summary>
    private static uint? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= int.MinValue and <= uint.MaxValue ? unchecked((uint)number) : null;
}
