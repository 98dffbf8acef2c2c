namespace Aovpn.Reports.Json;

/// <param name="State">passed, failed, unknown or not-reached.</param>
public sealed record StageJson(string Stage, string State, string Message, EvidenceJson[] Evidence);
