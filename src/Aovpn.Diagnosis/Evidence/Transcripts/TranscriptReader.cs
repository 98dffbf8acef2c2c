using System.Text.Json;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>Reads what <c>aovpn probe --transcript</c> wrote: JSON lines, the first of which says so.</summary>
public sealed class TranscriptReader : IArtifactReader
{
    private const int LongestLine = 1 << 20;

    public string Kind => "aovpn-transcript";

    public bool Recognizes(ArtifactContent content) => content.HeadText.StartsWith(TranscriptJson.Beginning, StringComparison.Ordinal);

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        var run = new TranscriptRun(content.Artifact);
        foreach (var (number, read) in Entries(content))
        {
            var source = new Citation(content.Artifact, new Locator.Lines(number));
            if (read is not { } entry)
            {
                yield return new Unreadable(source, Message.Of($"is no entry of a transcript; the other lines were read"));
                continue;
            }

            tally.Records++;
            foreach (var seen in run.Take(entry, source))
                yield return seen;
        }

        foreach (var seen in run.End())
            yield return seen;
    }

    private static IEnumerable<(long Number, TranscriptEntry? Entry)> Entries(ArtifactContent content)
    {
        if (content.Entries is { } known)
        {
            for (var index = 0; index < known.Length; index++)
                yield return (index + 1, known[index]);
            yield break;
        }

        using var text = content.OpenText();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return (number, Entry(line));
        }
    }

    private static TranscriptEntry? Entry(string line)
    {
        try
        {
            return line.Length <= LongestLine && TranscriptJson.Read(line) is { } entry && Completeness.IsWhole(entry) ? entry : null;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
