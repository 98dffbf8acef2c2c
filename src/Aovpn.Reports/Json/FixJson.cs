namespace Aovpn.Reports.Json;

public sealed record FixJson(string Where, string Text, string[] Commands);
