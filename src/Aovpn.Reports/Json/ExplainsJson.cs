using System.Text.Json.Serialization;

namespace Aovpn.Reports.Json;

/// <summary>A code's number, or another symptom's id.</summary>
[JsonConverter(typeof(ExplainsConverter))]
public readonly record struct ExplainsJson(uint? Code, string? Id);
