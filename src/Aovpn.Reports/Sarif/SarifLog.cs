using System.Text.Json.Serialization;

namespace Aovpn.Reports.Sarif;

/// <summary>What of SARIF 2.1.0 (OASIS) a diagnosis fills; section numbers are those of the standard.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, SarifLog.Run[] Runs)
{
    /// <summary>Section 3.14.</summary>
    internal sealed record Run(Tool Tool, Invocation[] Invocations, Artifact[] Artifacts, Result[] Results, string ColumnKind, RunBag Properties);

    internal sealed record Tool(Component Driver);

    internal sealed record Component(string Name, string? SemanticVersion, Text ShortDescription, Rule[] Rules);

    internal sealed record Text([property: JsonPropertyName("text")] string Plain, string? Markdown = null);

    /// <summary>Section 3.49, reportingDescriptor.</summary>
    internal sealed record Rule(string Id, string Name, Text ShortDescription, Text FullDescription, Text Help, Configuration DefaultConfiguration, RuleBag Properties);

    internal sealed record Configuration(string Level);

    internal sealed record RuleBag(string[] Tags, string Stage);

    internal sealed record Invocation(bool ExecutionSuccessful, Notification[] ToolExecutionNotifications);

    internal sealed record Notification(string Level, Text Message, Location[] Locations);

    /// <summary>Section 3.24.</summary>
    internal sealed record Artifact(ArtifactLocation Location, long Length, Dictionary<string, string>? Hashes, ArtifactBag Properties);

    internal sealed record ArtifactBag(string Kind, string Host, string? HostName, long Records, long Unreadable);

    internal sealed record ArtifactLocation(string Uri, int? Index);

    /// <summary>Section 3.27. A kind other than fail has the level none.</summary>
    internal sealed record Result(
        string RuleId, int RuleIndex, string Kind, string Level, Text Message, int OccurrenceCount, Location[] Locations, Location[]? RelatedLocations, ResultBag Properties);

    internal sealed record ResultBag(string About, string[] Explains, string[] Affected, string? First, string? Last, Json.FixJson[] Fix);

    internal sealed record Location(int? Id, PhysicalLocation PhysicalLocation, Text? Message);

    internal sealed record PhysicalLocation(ArtifactLocation ArtifactLocation, Region? Region);

    /// <summary>Section 3.30: lines from 1, or bytes from 0.</summary>
    internal sealed record Region(long? StartLine, long? EndLine, long? ByteOffset, long? ByteLength, Text? Snippet);

    internal sealed record RunBag(string AsOf, string[] Symptoms, string[] Notes, Json.NextJson[] Next);
}
