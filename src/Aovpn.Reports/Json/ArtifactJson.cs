namespace Aovpn.Reports.Json;

/// <param name="Sha256">Null where the artifact could not be read.</param>
/// <param name="Remarks">Sentences on what could not be read.</param>
public sealed record ArtifactJson(
    string Name, string Kind, string? Sha256, string Host, string? HostName, long Length, long Records, long Unreadable, RemarkJson[] Remarks);
