using System.Globalization;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads port scans by tools that speak to a UDP port in its own protocol: nmap's table, PortQry's lines, ike-scan's last line. A UDP
/// port that is silent (<c>open|filtered</c>, LISTENING or FILTERED) leaves open whether anything is there.
/// </summary>
public sealed class PortScanReader : IPassageReader
{
    private const string NmapTarget = "Nmap scan report for ";
    private const string PortQryTarget = "Querying target system called:";
    private const string IkeScanEnd = "Ending ike-scan";
    private const int IkePort = 500;
    private const int LongestLine = 400;

    public string Kind => "port-scan";

    public int Order => 124;

    public Anchors Anchors { get; } = Anchors.Of(NmapTarget, PortQryTarget, IkeScanEnd);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var target = "";
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            var line = text[number].Trim();
            if (line.Length is 0 or > LongestLine)
                continue;
            if (line.StartsWith(NmapTarget, StringComparison.Ordinal))
            {
                target = line[NmapTarget.Length..].Split(' ')[0];
                continue;
            }

            if (line.StartsWith(PortQryTarget, StringComparison.Ordinal) && NextWord(text, number) is { } called)
            {
                target = called;
                continue;
            }

            if (target.Length > 0 && (NmapRow(line) ?? PortQryRow(line)) is { } row)
                yield return new(number, number, [Seen(text, number, target, row.Protocol, row.Port, row.Answered)]);
            else if (line.StartsWith(IkeScanEnd, StringComparison.Ordinal) && IkeScanAnswered(line) is { } answered && IkeScanTarget(text, number) is { } host)
                yield return new(number, number, [Seen(text, number, host, "udp", IkePort, answered)]);
        }
    }

    private static Reached Seen(EvidenceText text, int line, string target, string protocol, int port, bool? answered) =>
        new(text.Cite(line), text.Artifact.Host, null, target, protocol, port, answered, AddressText.Parse(target) is { } address && AddressText.IsPrivate(address));

    /// <summary><c>500/udp  open|filtered isakmp</c>.</summary>
    private static (string Protocol, int Port, bool? Answered)? NmapRow(string line)
    {
        var words = line.Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words[0].Split('/') is not [var number, ("udp" or "tcp") and var protocol] || Port(number) is not { } port)
            return null;
        return words[1] switch
        {
            "open" => (protocol, port, true),
            "closed" or "filtered" => (protocol, port, false),
            "open|filtered" => (protocol, port, null),
            _ => null,
        };
    }

    /// <summary><c>UDP port 500 (isakmp service): LISTENING or FILTERED</c>.</summary>
    private static (string Protocol, int Port, bool? Answered)? PortQryRow(string line)
    {
        var words = line.Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries);
        var colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        if (words is not [("UDP" or "TCP") and var protocol, "port", var number, ..] || colon < 0 || Port(number) is not { } port)
            return null;
        return line[(colon + 2)..].Trim() switch
        {
            "LISTENING" => (protocol.ToLowerInvariant(), port, true),
            "NOT LISTENING" or "FILTERED" => (protocol.ToLowerInvariant(), port, false),
            "LISTENING or FILTERED" => (protocol.ToLowerInvariant(), port, null),
            _ => null,
        };
    }

    /// <summary><c>Ending ike-scan 1.9.4: 1 hosts scanned in 2.4 seconds (0.41 hosts/sec).  0 returned handshake; 0 returned notify</c>.</summary>
    private static bool? IkeScanAnswered(string line)
    {
        const string Handshake = " returned handshake", Notify = " returned notify";
        return Before(line, Handshake) is { } handshakes && Before(line, Notify) is { } notifies ? handshakes + notifies > 0 : null;
    }

    private static int? Before(string line, string words)
    {
        var end = line.IndexOf(words, StringComparison.Ordinal);
        var start = end;
        while (start > 0 && char.IsAsciiDigit(line[start - 1]))
            start--;
        return end > start && start >= 0 && int.TryParse(line.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    /// <summary>The command above, whose last word is the host; an answer begins with its address.</summary>
    private static string? IkeScanTarget(EvidenceText text, int end)
    {
        const int LinesAbove = 40;
        for (var number = end - 1; number >= Math.Max(1, end - LinesAbove); number--)
        {
            var line = text[number].Trim();
            var at = line.Length > LongestLine ? -1 : line.IndexOf("ike-scan ", StringComparison.Ordinal);
            if (at >= 0 && !line.StartsWith("Starting", StringComparison.Ordinal))
                return HostNames.Of(line[at..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1]);
        }

        return null;
    }

    private static string? NextWord(EvidenceText text, int number)
    {
        for (var next = number + 1; next <= Math.Min(number + 2, text.Lines.Length); next++)
        {
            if (text[next].Trim() is { Length: > 0 and < 256 } word)
                return HostNames.Of(word);
        }

        return null;
    }

    private static int? Port(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port : null;
}
