using System.Globalization;
using System.Net.Sockets;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads <c>route print</c>: rows of destination, mask, gateway, interface and metric for IPv4; interface number, metric, prefix
/// and gateway for IPv6. Headings and the word for a directly attached network may be in any language.
/// </summary>
public sealed class RoutePrintReader : IPassageReader
{
    private const int LongestGap = 12;
    private const int HeadingLines = 40;
    private const int LongestHeading = 200;
    private const int FewestColumns = 3;

    public string Kind => "route-print";

    public int Order => 124;

    /// <summary>A mask, or a prefix of IPv6: two groups of zeros or more are shortened, so that the rest is longer than 96 bits.</summary>
    public Anchors Anchors { get; } = Anchors.Of(
        "0.0.0.0", "255.", "128.0.0.0", "192.0.0.0", "224.0.0.0", "240.0.0.0", "248.0.0.0", "252.0.0.0", "254.0.0.0", "::", "/9", "/1");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            if (Row(text, number) is null)
                continue;
            var (routes, last) = Rows(text, number);
            var first = Math.Max(free, Start(text, number));
            var names = InterfaceNames(text, first, number);
            last = End(text, last);
            yield return new(
                first, last,
                [new RoutesListed(text.Cite(first, last), text.Artifact.Host, null, [.. routes.Select(route => Named(route, names))], OfTunnelOnly: false)],
                routes.Count);
            (number, free) = (last, last + 1);
        }
    }

    private static (List<Route> Routes, int Last) Rows(EvidenceText text, int first)
    {
        var routes = new List<Route>();
        var last = first;
        for (var number = first; number <= text.Lines.Length && number - last <= LongestGap; number++)
        {
            if (Row(text, number) is not { } row)
                continue;
            routes.Add(row.Route);
            last = row.Last;
        }

        return (routes, last);
    }

    private static (Route Route, int Last)? Row(EvidenceText text, int number)
    {
        var line = text[number];
        if (line.Length > 300)
            return null;
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 3 ? null : Version4(text, number, words) is { } route ? (route, number) : Version6(text, number, words);
    }

    /// <summary>Persistent routes have no interface, and are not active: they are no rows.</summary>
    private static Route? Version4(EvidenceText text, int number, string[] words)
    {
        if (words.Length < 4 || AddressText.Parse(words[0]) is not { AddressFamily: AddressFamily.InterNetwork } destination
            || AddressText.Parse(words[1]) is not { } mask || AddressText.PrefixLength(mask) is not { } prefix)
            return null;

        var at = 2;
        var gateway = AddressText.Parse(words[at]);
        while (at < words.Length && at < 6 && AddressText.Parse(words[at]) is null)
            at++;
        if (gateway is not null)
            at++;
        if (at >= words.Length || AddressText.Parse(words[at]) is not { } address)
            return null;

        return new(text.Cite(number), $"{destination}/{prefix}", gateway?.ToString(), address.ToString(), Number(words, at + 1));
    }

    private static (Route Route, int Last)? Version6(EvidenceText text, int number, string[] words)
    {
        if (Number(words, 0) is not { } index || Number(words, 1) is not { } metric || !words[2].Contains('/', StringComparison.Ordinal))
            return null;
        var slash = words[2].IndexOf('/', StringComparison.Ordinal);
        if (AddressText.Parse(words[2][..slash]) is not { AddressFamily: AddressFamily.InterNetworkV6 }
            || !int.TryParse(words[2].AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > 128)
            return null;

        // A long prefix pushes the gateway to the next line.
        var last = words.Length == 3 && number < text.Lines.Length && text[number + 1].StartsWith("         ", StringComparison.Ordinal)
            && Row(text, number + 1) is null ? number + 1 : number;
        var gateway = AddressText.Parse(words.Length > 3 ? words[3] : last > number ? text[last].Trim() : "");
        return (new(text.Cite(number, last), words[2].ToLowerInvariant(), gateway?.ToString(), index.ToString(CultureInfo.InvariantCulture), metric), last);
    }

    private static int? Number(string[] words, int at) =>
        at < words.Length && words[at].Length <= 9 && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Headings, rules of equals signs and the list of interfaces above the first row, and the command.</summary>
    private static int Start(EvidenceText text, int row)
    {
        var first = row;
        for (var above = row - 1; above >= Math.Max(1, row - HeadingLines); above--)
        {
            var line = text[above].Trim();
            if (CommandLine.Words(line, "route") is not null || CommandLine.Words(line, "netstat") is not null)
                return above;
            if (line.StartsWith("====", StringComparison.Ordinal) || InterfaceEntry(line) is not null)
                first = above;
            else if (line.Length > 100 || line.EndsWith('.') || line.Contains('>', StringComparison.Ordinal))
                break;
        }

        return first == row && row > 1 && IsHeading(text[row - 1]) ? row - 1 : first;
    }

    /// <summary>An excerpt begins with the names of its columns, in any language: words without a figure, apart by more than a blank.</summary>
    private static bool IsHeading(string line) =>
        line.Length <= LongestHeading && !line.AsSpan().ContainsAnyInRange('0', '9')
        && line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length >= FewestColumns;

    /// <summary>The heading of the persistent routes and the word for none, below the last row.</summary>
    private static int End(EvidenceText text, int row)
    {
        var last = row;
        for (var below = row + 1; below <= Math.Min(text.Lines.Length, row + LongestGap); below++)
        {
            var line = text[below].Trim();
            var isWord = line.Length is > 0 and < 30 && !line.Contains(' ', StringComparison.Ordinal) && text[below].StartsWith("  ", StringComparison.Ordinal);
            if (line.StartsWith("====", StringComparison.Ordinal) || isWord || (line.Length < 60 && line.EndsWith(':')))
                last = below;
            else if (line.Length > 0)
                break;
        }

        return last;
    }

    private static Dictionary<string, string> InterfaceNames(EvidenceText text, int first, int last)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var number = first; number < last; number++)
        {
            if (InterfaceEntry(text[number].Trim()) is var (index, name))
                names.TryAdd(index, name);
        }

        return names;
    }

    /// <summary><c> 35...........................AOVPN</c>: number, dots with the hardware address between, name.</summary>
    private static (string Index, string Name)? InterfaceEntry(string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits is <= 0 or > 5 || !line.AsSpan(digits).StartsWith("..."))
            return null;
        return (line[..digits], line[(line.LastIndexOf("..", StringComparison.Ordinal) + 2)..].Trim());
    }

    private static Route Named(Route route, Dictionary<string, string> names) =>
        route.Interface is { } index && names.TryGetValue(index, out var name) ? route with { Interface = name } : route;
}
