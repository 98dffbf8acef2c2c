using System.Text.Json;

namespace Aovpn.LabTable;

/// <summary>What a run of the program says: contract <c>aovpn.diagnosis/1</c>.</summary>
/// <param name="First">The first finding that is found or undecided.</param>
/// <param name="Next">Hosts whose evidence is asked for next, with what.</param>
/// <param name="Trouble">What was printed in place of JSON; null when it was JSON.</param>
internal sealed record Answer(FirstFinding? First, (string From, string Need)[] Next, string? Trouble)
{
    public bool AsksServers => Next.Any(next => next.From is "VpnServer" or "NpsServer" or "DomainController");

    public static Answer Of((int Status, string Output, string Error) run)
    {
        try
        {
            using var json = JsonDocument.Parse(run.Output);
            var first = json.RootElement.GetProperty("findings").EnumerateArray().Select(FirstFinding.Of).FirstOrDefault(one => one.Verdict is "found" or "undecided");
            var next = json.RootElement.GetProperty("next").EnumerateArray().Select(one => (one.GetProperty("from").GetString()!, one.GetProperty("need").GetString()!));
            return new(first, [.. next], null);
        }
        catch (JsonException)
        {
            return new(null, [], $"status {run.Status}: {run.Output} {run.Error}".ReplaceLineEndings(" ").Trim());
        }
    }
}
