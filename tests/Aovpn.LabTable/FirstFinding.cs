using System.Text.Json;

namespace Aovpn.LabTable;

/// <summary>The finding that stands first.</summary>
internal sealed record FirstFinding(string Id, string[] Causes, string Stage, string Verdict)
{
    public static FirstFinding Of(JsonElement finding) => new(
        finding.GetProperty("id").GetString()!, [.. finding.GetProperty("causes").EnumerateArray().Select(cause => cause.GetString()!)],
        finding.GetProperty("stage").GetString()!, finding.GetProperty("verdict").GetString()!);

    public override string ToString() => $"{Verdict} {Id}";
}
