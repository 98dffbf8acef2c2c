namespace Aovpn.Reports.Json;

public sealed record RemarkJson(string Locator, string Message);
