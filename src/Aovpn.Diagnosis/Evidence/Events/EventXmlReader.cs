using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Event XML from beginning to end: <c>wevtutil qe /f:xml</c>, Event Viewer's "Save as XML", events one after the other with or
/// without a root. Reads one event at a time, whatever the length of the file.
/// </summary>
public sealed class EventXmlReader : IArtifactReader
{
    public string Kind => "event-xml";

    /// <summary>Reads letter by letter and parses every event: slow, and the measure of the fast way.</summary>
    public bool IsCareful { get; init; }

    public bool Recognizes(ArtifactContent content)
    {
        if (content.Encoding is null || !EventXmlPurity.IsPure(content.HeadText))
            return false;
        return new EventXmlScanner(new StringReader(content.HeadText)).Events().FirstOrDefault()?.IsOfWindows is true;
    }

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally) => EventMeaning.Join(ReadAll(content, tally));

    private IEnumerable<Observation> ReadAll(ArtifactContent content, RecordTally tally)
    {
        using var text = content.OpenText();
        var glance = new EventGlance();
        var kinds = IsCareful ? null : new EventKinds(content.Artifact, Provenance.Recorded);
        var scanner = new EventXmlScanner(text, glance.IsOfNoInterest, kinds is null ? null : kinds.Read, IsCareful);
        long read = 0;
        foreach (var raw in scanner.Events())
        {
            tally.Records = ++read + scanner.Passed;
            if (!IsCareful && !raw.IsLookedAt && glance.IsOfNoInterest(raw))
                continue;
            foreach (var observation in EventXmlForm.Observe(raw, content.Artifact, Provenance.Recorded, IsCareful, kinds))
                yield return observation;
        }

        tally.Records = read + scanner.Passed;
    }
}
