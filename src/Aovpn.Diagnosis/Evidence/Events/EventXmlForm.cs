using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>From the text of one event to observations, damage among them.</summary>
internal static class EventXmlForm
{
    /// <param name="kinds">Learns from what was read.</param>
    /// <param name="isCareful">It is parsed by the general parser, whatever its form.</param>
    public static IEnumerable<Observation> Observe(RawEvent raw, Artifact artifact, Provenance provenance, bool isCareful = false, EventKinds? kinds = null)
    {
        var (seen, brokenAt) = raw.Seen is { } known ? (known, null) : EventXml.Parse(raw.Text, artifact, provenance, raw.FirstLine, raw.LastLine, isCareful);
        if (seen is not null && brokenAt is null)
            kinds?.Learn(raw, seen);
        var source = new Citation(artifact, new Locator.Lines(raw.FirstLine, raw.LastLine), provenance);
        if (seen is not null)
        {
            foreach (var observation in EventMeaning.Observe(seen))
                yield return observation;
        }

        if (raw.IsTooLong)
            yield return EventDamage.TooLong(source);
        else if (!raw.IsClosed)
            yield return EventDamage.NotClosed(source, seen);
        else if (brokenAt is { } line)
            yield return EventDamage.Broken(source, line, seen);
        else if (seen is null)
            yield return EventDamage.Nameless(source);
    }
}
