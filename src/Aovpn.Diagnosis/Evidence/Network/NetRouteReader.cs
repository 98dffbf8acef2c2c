using System.Globalization;
using System.Net.Sockets;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Reads the table and the lists that Get-NetRoute prints.</summary>
public sealed class NetRouteReader : IPassageReader
{
    private const int LinesToCommand = 4;

    public string Kind => "get-netroute";

    public int Order => 125;

    public Anchors Anchors { get; } = Anchors.Of("DestinationPrefix");

    public IEnumerable<Passage> Find(EvidenceText text) => Tables(text).Concat(Lists(text));

    private static IEnumerable<Passage> Tables(EvidenceText text)
    {
        for (var number = 1; number < text.Lines.Length; number++)
        {
            var columns = text[number].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length is < 3 or > 12 || !columns.Contains("DestinationPrefix") || !columns.Contains("NextHop"))
                continue;

            var routes = new List<Route>();
            var last = number;
            for (var below = number + 1; below <= text.Lines.Length; below++)
            {
                if (text[below].TrimStart().StartsWith("---", StringComparison.Ordinal))
                    last = below;
                else if (Row(text, below, columns) is { } route)
                    (last, _) = (below, Add(routes, route));
                else
                    break;
            }

            if (routes.Count == 0)
                continue;
            var (first, ofTunnel) = Command(text, number);
            yield return new(first, last, [new RoutesListed(text.Cite(first, last), text.Artifact.Host, null, [.. routes], ofTunnel)], routes.Count);
            number = last;
        }
    }

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        List<(Route Route, PropertyList List)> run = [];
        foreach (var list in PropertyList.Find(text))
        {
            if (!list.Has("DestinationPrefix", "NextHop") || list.Value("DestinationPrefix") is not { } prefix || Version(prefix) is null)
                continue;
            if (run.Count > 0 && list.First > run[^1].List.Last + LinesToCommand)
            {
                yield return Passage(text, run);
                run = [];
            }

            run.Add((new(
                text.Cite(list.First, list.Last), prefix, list.Value("NextHop"), list.Value("InterfaceAlias") ?? list.Value("InterfaceIndex"),
                Metric(list.Value("RouteMetric"))), list));
        }

        if (run.Count > 0)
            yield return Passage(text, run);
    }

    private static Passage Passage(EvidenceText text, List<(Route Route, PropertyList List)> run)
    {
        var (first, ofTunnel) = Command(text, run[0].List.First);
        var last = run[^1].List.Last;
        return new(first, last, [new RoutesListed(text.Cite(first, last), text.Artifact.Host, null, [.. run.Select(read => read.Route)], ofTunnel)], run.Count);
    }

    /// <summary>Values are told by their form: the prefix, the next hop behind it, then figures in the order of the columns.</summary>
    private static Route? Row(EvidenceText text, int number, string[] columns)
    {
        var line = text[number];
        var words = line.Length > 400 ? [] : line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => Version(word) is not null);
        if (at < 0)
            return null;
        var nextHop = at + 1 < words.Length ? AddressText.Parse(words[at + 1]) : null;
        var behind = words[(at + (nextHop is null ? 1 : 2))..];

        var afterPrefix = columns.SkipWhile(column => column != "NextHop").Skip(1).ToArray();
        var metricAt = Array.IndexOf(afterPrefix, "RouteMetric");
        if (metricAt < 0)
            metricAt = Array.IndexOf(afterPrefix, "Metric");
        var before = string.Join(' ', words[..at]);
        var alias = Array.IndexOf(afterPrefix, "InterfaceAlias");
        var name = before.Length > 0 ? before : alias == 0 && behind.Length > 0 ? string.Join(' ', behind.TakeWhile(word => !char.IsAsciiDigit(word[0]))) : null;
        return new(
            text.Cite(number), words[at], nextHop?.ToString(), name, metricAt >= 0 && metricAt < behind.Length ? Metric(behind[metricAt]) : null);
    }

    /// <summary>The command above, and whether it asks for one interface.</summary>
    private static (int First, bool OfTunnelOnly) Command(EvidenceText text, int number)
    {
        for (var above = number - 1; above >= Math.Max(1, number - LinesToCommand); above--)
        {
            if (text[above].Contains("Get-NetRoute", StringComparison.OrdinalIgnoreCase))
                return (above, text[above].Contains("-Interface", StringComparison.OrdinalIgnoreCase) || text[above].Contains("VPN", StringComparison.Ordinal));
        }

        return (number, false);
    }

    private static AddressFamily? Version(string prefix)
    {
        var slash = prefix.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && AddressText.Parse(prefix[..slash]) is { } network
            && int.TryParse(prefix.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= 128
            ? network.AddressFamily : null;
    }

    private static int? Metric(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var metric) ? metric : null;

    private static bool Add(List<Route> routes, Route route)
    {
        routes.Add(route);
        return true;
    }
}
