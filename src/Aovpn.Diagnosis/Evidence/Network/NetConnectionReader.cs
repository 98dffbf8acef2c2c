using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Reads the list that Test-NetConnection prints, with the warnings above it.</summary>
public sealed class NetConnectionReader : IPassageReader
{
    private const int LinesOfCommand = 6;

    public string Kind => "test-netconnection";

    public int Order => 123;

    public Anchors Anchors { get; } = Anchors.Of("TcpTestSucceeded", "PingSucceeded");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            if (Pair(text[number]) is not ("ComputerName", var name))
                continue;
            var values = new Dictionary<string, (string Value, int Line)>(StringComparer.OrdinalIgnoreCase);
            var last = number;
            for (; last <= text.Lines.Length && Pair(text[last]) is var (property, value) && values.TryAdd(property, (value, last)); last++)
            {
            }

            last--;
            if (!values.ContainsKey("TcpTestSucceeded") && !values.ContainsKey("PingSucceeded"))
                continue;
            var first = Start(text, number, free);
            yield return new(first, last, Observations(text, name, values));
            number = last;
            free = last + 1;
        }
    }

    private static ImmutableArray<Observation> Observations(EvidenceText text, string name, Dictionary<string, (string Value, int Line)> values)
    {
        var seen = ImmutableArray.CreateBuilder<Observation>();
        var host = text.Artifact.Host;
        var address = values.TryGetValue("RemoteAddress", out var remote) ? AddressText.Parse(remote.Value) : null;
        var inside = address is not null && AddressText.IsPrivate(address);

        if (AddressText.Parse(name) is null)
        {
            var resolved = values.TryGetValue("NameResolutionSucceeded", out var resolution) ? IsTrue(resolution.Value) : address is not null;
            var place = resolution.Line > 0 ? resolution.Line : remote.Line;
            if (place > 0)
                seen.Add(new NameResolved(text.Cite(place), host, null, name, resolved && address is not null ? [address.ToString()] : [], null));
            if (!resolved)
                return seen.ToImmutable();
        }

        if (values.TryGetValue("PingSucceeded", out var ping))
            seen.Add(new Reached(text.Cite(ping.Line), host, null, name, "icmp", null, IsTrue(ping.Value), inside));
        if (values.TryGetValue("TcpTestSucceeded", out var tcp) && values.TryGetValue("RemotePort", out var port)
            && int.TryParse(port.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            seen.Add(new Reached(text.Cite(Math.Min(port.Line, tcp.Line), tcp.Line), host, null, name, "tcp", number, IsTrue(tcp.Value), inside)
            {
                Fields = ImmutableDictionary<string, Locator>.Empty.Add(nameof(Reached.Answered), new Locator.Lines(tcp.Line)),
            });
        }

        return seen.ToImmutable();
    }

    /// <summary>The command and its warnings belong to the passage.</summary>
    /// <param name="free">The first line that belongs to no passage before.</param>
    private static int Start(EvidenceText text, int number, int free)
    {
        for (var above = number - 1; above >= Math.Max(free, number - LinesOfCommand); above--)
        {
            var line = text[above];
            if (CommandLine.Words(line, "Test-NetConnection") is not null || CommandLine.Words(line, "tnc") is not null)
                return above;
            if (!string.IsNullOrWhiteSpace(line) && !line.Contains(" failed", StringComparison.Ordinal) && !line.Contains("WARN", StringComparison.OrdinalIgnoreCase))
                break;
        }

        return number;
    }

    /// <summary><c>PingReplyDetails (RTT) : 14 ms</c>: a name may have a remark in brackets.</summary>
    private static (string Name, string Value)? Pair(string line)
    {
        var colon = line.IndexOf(" :", StringComparison.Ordinal);
        if (colon is <= 0 or > 60)
            return null;
        var name = line.AsSpan(0, colon).Trim();
        return name.Length == 0 || !char.IsAsciiLetter(name[0]) || name.ContainsAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789() ")
            ? null
            : (name.ToString(), line[(colon + 2)..].Trim());
    }

    private static bool IsTrue(string value) => value.Equals("True", StringComparison.OrdinalIgnoreCase);
}
