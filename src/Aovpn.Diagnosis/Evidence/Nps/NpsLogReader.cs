using System.Collections.Immutable;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>
/// Reads accounting logs of NPS, whole or as lines in a note. The format of the first record names the kind; a log whose
/// format was changed while it was written is read on in the other.
/// </summary>
public abstract class NpsLogReader(NpsLogFormat format, string kind, int order) : IArtifactReader, IPassageReader
{
    public string Kind => kind;

    public int Order => order;

    /// <summary>The service in a column of its own, with quotation marks straight or curled; XML's element.</summary>
    public Anchors Anchors { get; } = format is NpsLogFormat.Dts ? Anchors.Of("Event>")
        : Anchors.Of([.. from service in new[] { "IAS", "NPS", "RAS" } from quote in new[] { "", "\"", "“", "”", "„" } select $",{quote}{service}"]);

    public bool Recognizes(ArtifactContent content) => content.Judged(FormatOf) == format;

    /// <summary>The format of the first record of a log; null for what is none.</summary>
    private static NpsLogFormat? FormatOf(ArtifactContent content)
    {
        if (content.Encoding is not UnicodeEncoding && !MayHoldRecords(content.Head.Span))
            return null;
        using var head = Ascii(content, new MemoryStream(content.Head.ToArray(), writable: false));
        var (records, others, last) = (0, 0, 0);
        NpsLogFormat? first = null;
        var log = new NpsCursor(head);
        while (log.MoveNext())
        {
            others += last;
            last = log.Damage is { Reason: NpsDamageReason.NotARecord } ? 1 : 0;
            if (log.Damage is not null)
                continue;
            records++;
            first ??= log.Row.Format;
        }

        if (content.Length == content.Head.Length)
            others += last;

        // With more between the records than a damaged line now and then, it is a note, whose sentences others read.
        return others * 50 <= records ? first : null;
    }

    /// <summary>No record is without its service in a column of its own, or XML's element.</summary>
    private static bool MayHoldRecords(ReadOnlySpan<byte> head) =>
        head.IndexOf("<Event>"u8) >= 0 || head.IndexOf(",IAS"u8) >= 0 || head.IndexOf(",NPS"u8) >= 0 || head.IndexOf(",RAS"u8) >= 0
        || head.IndexOf(",\"IAS"u8) >= 0 || head.IndexOf(",\"NPS"u8) >= 0 || head.IndexOf(",\"RAS"u8) >= 0;

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        using var log = Ascii(content, content.Open());
        var cite = new NpsCitations(content.Artifact, hasOffsets: content.Encoding is not UnicodeEncoding);
        foreach (var seen in new NpsLogObserver(cite, content.Artifact.Host).Observe(new(log), tally))
            yield return seen;
    }

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var places = new List<(long Line, long LastLine)>();
        using (var lines = new NpsNoteStream(text.Lines))
        {
            for (var log = Ours(lines); log.MoveNext();)
                places.Add(log.Damage is { } damage ? (damage.Line, damage.LastLine) : (log.Row.Line, log.Row.LastLine));
        }

        if (places.Count == 0)
            return [];

        using var again = new NpsNoteStream(text.Lines);
        var cite = new NpsCitations(text.Artifact, hasOffsets: false, text.Cite(1).Provenance);
        var seen = new NpsLogObserver(cite, text.Artifact.Host).Observe(Ours(again), new()).ToLookup(one => ((Locator.Lines)one.Source.Locator).First);
        return places.GroupBy(place => place.Line).Select(entry => new Passage((int)entry.Key, (int)entry.Max(one => one.LastLine), [.. seen[entry.Key]], entry.Count()));
    }

    /// <summary>In a note, what is no record is somebody's words.</summary>
    private NpsCursor Ours(NpsNoteStream lines) => new(lines, format);

    private static Stream Ascii(ArtifactContent content, Stream bytes) =>
        content.Encoding is UnicodeEncoding utf16 ? Encoding.CreateTranscodingStream(bytes, utf16, Encoding.UTF8) : bytes;
}
