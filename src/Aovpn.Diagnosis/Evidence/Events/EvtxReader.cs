using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Windows event logs, .evtx: as copied from a machine, exported by <c>wevtutil epl</c> or Event Viewer, forwarded, damaged. Only the
/// events that have a meaning here are rendered; what cannot be read is said, each place by itself.
/// </summary>
public sealed class EvtxReader : IArtifactReader
{
    public string Kind => "evtx";

    public bool Recognizes(ArtifactContent content) => EvtxFile.IsEvtx(content.Head.Span);

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally) => EventMeaning.Join(ReadAll(content, tally));

    private static IEnumerable<Observation> ReadAll(ArtifactContent content, RecordTally tally)
    {
        var damages = new EvtxDamages(content.Artifact);
        var seen = new List<Observation>();
        var filter = new EvtxFilter { Provider = EventMeaning.Knows, EventId = EventMeaning.Knows, Counted = () => tally.Records++ };
        using var log = content.Open();
        foreach (var record in EvtxFile.Read(log, filter, loss => seen.AddRange(damages.Take(loss))))
        {
            foreach (var loss in seen)
                yield return loss;
            seen.Clear();
            if (EvtxEvent.Of(record, content.Artifact) is { } known)
            {
                foreach (var observation in EventMeaning.Observe(known))
                    yield return observation;
            }

            if (record.IsDamaged && damages.TakePart(record) is { } part)
                yield return part;
        }

        foreach (var loss in seen.Concat(damages.Rest()))
            yield return loss;
    }
}
