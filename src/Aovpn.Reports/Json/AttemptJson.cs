namespace Aovpn.Reports.Json;

public sealed record AttemptJson(
    string Id, string? User, string? Connection, string? Start, string? End, bool Connected, uint? Code, string? Family);
