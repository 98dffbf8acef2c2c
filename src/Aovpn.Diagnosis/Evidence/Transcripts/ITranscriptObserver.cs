using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>Turns what a probe wrote down into observations, for one family of events. Observers are a set: they are discovered.</summary>
public interface ITranscriptObserver
{
    /// <param name="session">All lines of one session, in their order, those of other families among them.</param>
    /// <returns>Observations; none when the session holds nothing of this family.</returns>
    IEnumerable<Observation> Observe(ImmutableArray<TranscriptLine> session);
}
