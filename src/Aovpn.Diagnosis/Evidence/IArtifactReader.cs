using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>
/// Reads artifacts that are of one kind from beginning to end: a log, an export, a certificate file. Content decides, never the
/// name. It streams: memory does not grow with the artifact.
/// </summary>
public interface IArtifactReader
{
    /// <summary>The kind in kebab case, as JSON and page examples name it: <c>nps-odbc-log</c>.</summary>
    string Kind { get; }

    bool Recognizes(ArtifactContent content);

    /// <summary>
    /// Observations in the order of the artifact. A record that cannot be read becomes <see cref="Observations.Unreadable"/> and
    /// reading goes on; nothing is thrown for bad content.
    /// </summary>
    /// <param name="tally">Counts records, for the report's list of evidence.</param>
    IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally);
}
