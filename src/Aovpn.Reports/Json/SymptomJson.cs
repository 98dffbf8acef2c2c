namespace Aovpn.Reports.Json;

/// <param name="Id"><c>code</c>, <c>never-dials</c> and so on.</param>
/// <param name="Code">The unsigned number; null for symptoms without one.</param>
/// <param name="Family">Whose number it is: <c>windows</c>, <c>nps-reason</c>, <c>event</c>.</param>
/// <param name="Places">Where it was seen in all; evidence holds the first.</param>
public sealed record SymptomJson(string Id, uint? Code, string? Hex, string? Symbol, string? Family, bool Explained, int Places, EvidenceJson[] Evidence);
