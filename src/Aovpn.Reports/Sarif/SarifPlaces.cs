using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Sarif;

/// <summary>Citations as SARIF's locations: a relative URI of the artifact, lines or bytes, and the words there.</summary>
internal sealed class SarifPlaces
{
    private readonly Dictionary<string, int> _index;
    private readonly Excerpts _excerpts;
    private readonly MessageText _messages;

    public SarifPlaces(ImmutableArray<ArtifactSummary> artifacts, Excerpts excerpts, MessageText messages)
    {
        _excerpts = excerpts;
        _messages = messages;
        _index = new(StringComparer.Ordinal);
        for (var index = 0; index < artifacts.Length; index++)
            _index.TryAdd(artifacts[index].Artifact.Name, index);
    }

    public SarifLog.ArtifactLocation Artifact(Artifact artifact) => new(Uri(_messages.Artifact(artifact)), _index.TryGetValue(artifact.Name, out var index) ? index : null);

    /// <param name="id">Numbers related locations within a result.</param>
    public SarifLog.Location Location(Citation citation, int? id = null)
    {
        var place = citation.Locator.ToString();
        return new(id, new(Artifact(citation.Artifact), Region(citation)), place.Length > 0 ? new(place) : null);
    }

    private SarifLog.Region? Region(Citation citation)
    {
        var lines = _excerpts.Of(citation);
        var snippet = lines.IsEmpty ? null : new SarifLog.Text(string.Join('\n', lines.Select(_messages.Excerpt)));
        return citation.Locator switch
        {
            Locator.Lines line => new(line.First, line.Last, null, null, snippet),
            Locator.Bytes bytes => new(null, null, bytes.Offset, bytes.Length, snippet),
            Locator.EventRecord { Offset: { } offset } => new(null, null, offset, null, snippet),
            _ => null,
        };
    }

    /// <summary>A relative reference, RFC 3986 section 4.2: separators stay, all else is escaped.</summary>
    private static string Uri(string name) => string.Join('/', name.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));
}
