using System.Text.RegularExpressions;
using Aovpn.Bench.Running;

namespace Aovpn.Bench.Scan;

/// <summary><c>aovpn probe --targets</c> beside the least time that it can take: a round trip, and a hundred thousand questions a second.</summary>
internal sealed class ScanSuite : IBenchSuite
{
    private const int Gateways = 1000, Ike = 15500, NatTraversal = 14500;
    private const string Ours = "aovpn probe --targets", Limit = "sleep (round trip + gateways / 100,000)";

    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(50);

    public string Name => "scan";

    public string Title => "Many gateways at once";

    public string About => """
        A thousand gateways on addresses of loopback, both ports each, that answer every IKE_SA_INIT 50 ms later with the group that they want
        (`tests/Aovpn.Bench/Scan`). The peer is the time that no scan can be faster than, slept.
        """;

    public IEnumerable<Comparison> Comparisons(BenchSettings settings)
    {
        using var responder = new CannedResponder(Gateways, [Ike, NatTraversal], RoundTrip);
        var list = settings.File("gateways.txt");
        File.WriteAllLines(list, responder.Addresses.Select(address => address.ToString()));
        yield return new("A thousand gateways behind 50 ms", 0,
            [
                new(Ours, [settings.Program, "probe", "--targets", list, "--port", $"{Ike}", "--port-4500", $"{NatTraversal}", "--format", "json"], $"{Gateways}")
                {
                    Answer = output => $"{Regex.Count(output, "\"answers\":true.*\"answers\":true", RegexOptions.None, TimeSpan.FromSeconds(10))}",
                },
                new(Limit, ["/bin/sleep", "0.060"], ""),
            ],
            [new(Ours, Limit, Measure.Wall, 1 / 3.0, 1 / 1.5)]);
    }
}
