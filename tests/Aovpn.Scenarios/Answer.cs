using System.Text.Json;

namespace Aovpn.Scenarios;

/// <summary>What the program printed, and the exit status with which it ended.</summary>
public sealed record Answer(int ExitStatus, string Output)
{
    /// <summary>The first finding as <c>AOV402 found</c>; <c>none</c> when there is no finding that is found or undecided.</summary>
    public string First => Findings().Where(finding => finding.Verdict is not "ruled-out").Select(finding => $"{finding.Id} {finding.Verdict}").FirstOrDefault() ?? "none";

    /// <summary>Ids of all causes found, in order.</summary>
    public string[] Found => [.. Findings().Where(finding => finding.Verdict is "found").Select(finding => finding.Id)];

    private List<(string Id, string Verdict)> Findings()
    {
        using var document = JsonDocument.Parse(Output);
        return [.. document.RootElement.GetProperty("findings").EnumerateArray().Select(one => (one.GetProperty("id").GetString()!, one.GetProperty("verdict").GetString()!))];
    }
}
