namespace Aovpn.Reports.Json;

/// <param name="Locator">The place in words: <c>line 7</c>, <c>record 20417</c>; empty for the artifact as a whole.</param>
/// <param name="Excerpt">The words there; null where the place has none.</param>
/// <param name="Provenance"><c>recorded</c> by a machine or <c>reported</c> by a person.</param>
public sealed record EvidenceJson(string Artifact, string Locator, string? Excerpt, string Provenance);
