using System.Collections.Immutable;
using System.Text.Json;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>How a transcript is written: a header, then one JSON object a line. Writer and reader share it.</summary>
public static class TranscriptFormat
{
    /// <summary>First line of every transcript.</summary>
    public const string Header = """{"transcript":"aovpn","version":1}""";

    /// <summary>How the first line begins, whatever the version.</summary>
    internal const string HeaderStart = """{"transcript":"aovpn",""";

    public static string Line(TranscriptEntry entry) => JsonSerializer.Serialize(
        new TranscriptRow(entry.At, entry.Session, entry.Event, entry.Endpoint, entry.Data.IsEmpty ? null : entry.Data), TranscriptJson.Default.TranscriptRow);

    /// <returns>Null when the line is no entry.</returns>
    public static TranscriptEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TranscriptJson.Default.TranscriptRow) is { } row
                ? new(row.At, row.Session, row.Event, row.Endpoint, row.Data ?? ImmutableSortedDictionary<string, string>.Empty)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
