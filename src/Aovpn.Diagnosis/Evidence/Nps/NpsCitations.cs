using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>Cites entries of a log.</summary>
/// <param name="hasOffsets">False where the bytes read are not the artifact's own: UTF-16, and lines of a note.</param>
internal sealed class NpsCitations(Artifact artifact, bool hasOffsets, Provenance provenance = Provenance.Recorded)
{
    public Citation Of(NpsLogEntry entry) => new(artifact, Lines(entry.Line, entry.LastLine, entry.Offset), provenance);

    public Citation Of(INpsAttributes entry) => new(artifact, Lines(entry.Line, entry.LastLine, entry.Offset), provenance);

    /// <summary>From one entry to another.</summary>
    public Citation Of(NpsLogEntry first, NpsLogEntry last) => new(artifact, Lines(first.Line, last.LastLine, first.Offset), provenance);

    /// <summary>The line on which a record has an attribute.</summary>
    public Locator Place(INpsAttributes record, NpsAttributeKey attribute)
    {
        var line = record.LineOf(attribute);
        return line == record.Line ? Lines(line, line, record.Offset) : new Locator.Lines(line);
    }

    private Locator.Lines Lines(long first, long last, long offset) => new(first, last, hasOffsets ? offset : null);
}
