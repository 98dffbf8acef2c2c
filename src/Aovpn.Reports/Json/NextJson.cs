namespace Aovpn.Reports.Json;

public sealed record NextJson(string Need, string From, string Why, string[] Decides, string? Command);
