using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>Reads what <c>aovpn probe</c> and <c>aovpn radius</c> wrote down: <see cref="TranscriptFormat"/>.</summary>
public sealed class TranscriptReader : IArtifactReader
{
    /// <summary>Longest line taken, in characters: a certificate of 64 KB in hexadecimal fits.</summary>
    private const int LongestLine = 1024 * 1024;

    private static readonly Lazy<ImmutableArray<ITranscriptObserver>> Observers =
        new(() => Discovery.Implementing<ITranscriptObserver>(typeof(TranscriptReader).Assembly));

    public string Kind => "transcript";

    public bool Recognizes(ArtifactContent content) => content.HeadText.StartsWith(TranscriptFormat.HeaderStart, StringComparison.Ordinal);

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        Dictionary<string, ImmutableArray<TranscriptLine>.Builder> sessions = [];
        List<ImmutableArray<TranscriptLine>.Builder> order = [];
        List<Observation> unreadable = [];
        using var text = content.OpenText();
        for (long number = 1; text.ReadLine() is { } line; number++)
        {
            if (number == 1 || line.Length == 0)
                continue;
            var source = new Citation(content.Artifact, new Locator.Lines(number));
            if (line.Length > LongestLine || TranscriptFormat.Parse(line) is not { } entry)
            {
                unreadable.Add(new Unreadable(source, Message.Of($"no entry of a transcript: each line is one JSON object with at, session and event; the lines around it were read")));
                continue;
            }

            tally.Records++;
            if (!sessions.TryGetValue(entry.Session, out var lines))
            {
                sessions[entry.Session] = lines = ImmutableArray.CreateBuilder<TranscriptLine>();
                order.Add(lines);
            }

            lines.Add(new(entry, source));
        }

        foreach (var lines in order)
        {
            var session = lines.DrainToImmutable();
            foreach (var seen in Observers.Value.SelectMany(observer => observer.Observe(session)))
                yield return seen;
        }

        foreach (var seen in unreadable)
            yield return seen;
    }
}
