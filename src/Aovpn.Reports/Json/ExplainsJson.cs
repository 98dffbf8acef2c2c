namespace Aovpn.Reports.Json;

/// <summary>A code's number, or another symptom's id.</summary>
public readonly record struct ExplainsJson(uint? Code, string? Id);
