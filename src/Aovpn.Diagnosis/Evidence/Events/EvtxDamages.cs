using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Says what of a binary log could not be read: the first places one by one, the rest counted by reason.</summary>
internal sealed class EvtxDamages(Artifact artifact)
{
    private const int MostSaid = 50;

    private readonly Dictionary<EvtxLossReason, (EvtxLoss First, long Count)> _counted = [];
    private readonly HashSet<long> _parts = [];
    private int _said;

    public IEnumerable<Unreadable> Take(EvtxLoss loss)
    {
        if (loss.Reason == EvtxLossReason.RecordPartly)
            _parts.Add(loss.Offset);
        if (_said++ < MostSaid)
            return [new(Cite(loss), EvtxLossSentence.Of(loss))];
        _counted[loss.Reason] = _counted.TryGetValue(loss.Reason, out var before) ? (before.First, before.Count + 1) : (loss, 1);
        return [];
    }

    /// <summary>What was found damaged only when the record was rendered.</summary>
    public Unreadable? TakePart(EvtxRecord record) => _parts.Contains(record.Offset)
        ? null
        : Take(new(EvtxLossReason.RecordPartly, record.Offset, record.Length, record.RecordId)).FirstOrDefault();

    public IEnumerable<Unreadable> Rest() => _counted.Values.OrderBy(counted => counted.First.Offset).Select(counted => new Unreadable(
        Cite(counted.First), Message.Of($"{counted.Count} more places from this one on, the first of which is this: {EvtxLossSentence.Of(counted.First)}"), counted.Count));

    private Citation Cite(EvtxLoss loss) => new(artifact, loss switch
    {
        { RecordId: { } id } => new Locator.EventRecord(id, loss.Offset),
        { Length: > 0 } => new Locator.Bytes(loss.Offset, loss.Length),
        _ => Locator.All,
    });
}
