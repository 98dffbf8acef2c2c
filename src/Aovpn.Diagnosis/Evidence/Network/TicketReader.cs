using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads klist: a ticket begins with its number (<c>#0&gt;</c>) and has the client's and the service's principal in its first two lines, in any
/// language. The English line that counts them tells that there are none; in other languages an empty cache is known by the sign-in's number and a zero in brackets.
/// </summary>
public sealed class TicketReader : IPassageReader
{
    private const int LinesOfTicket = 14;
    private const int LinesAbove = 4;

    public string Kind => "klist";

    public int Order => 127;

    public Anchors Anchors { get; } = Anchors.Of("#0>", "0:0x");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (Number(text[line]) is 0 && Read(text, line, free) is { } listed)
                yield return listed;
            else if (IsSignIn(text[line]) && Empty(text, line) is { } empty)
                yield return listed = new(line, empty, [new TicketsListed(text.Cite(line, empty), About(text), [])], 0);
            else
                continue;
            (line, free) = (listed.Last, listed.Last + 1);
        }
    }

    private static Passage? Read(EvidenceText text, int start, int free)
    {
        var tickets = ImmutableArray.CreateBuilder<Ticket>();
        var last = start - 1;
        for (var line = start; line <= text.Lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
                continue;
            if (Number(text[line]) != tickets.Count)
                break;
            if (Principal(text[line]) is not { } client || line == text.Lines.Length || Principal(text[line + 1]) is not { } service)
                break;
            last = line + 1;
            while (last < text.Lines.Length && last - line < LinesOfTicket && text[last + 1].Length > 0 && char.IsWhiteSpace(text[last + 1][0]) && !string.IsNullOrWhiteSpace(text[last + 1]))
                last++;
            tickets.Add(new(text.Cite(line, last), client, service));
            line = last;
        }

        if (tickets.Count == 0)
            return null;
        var first = start;
        for (var above = start - 1; above >= Math.Max(free, start - LinesAbove); above--)
        {
            if (IsSignIn(text[above]) || IsCount(text[above]))
                first = above;
        }

        return new(first, last, [new TicketsListed(text.Cite(first, last), About(text), tickets.ToImmutable())], tickets.Count);
    }

    /// <returns>The line that says that there are no tickets.</returns>
    private static int? Empty(EvidenceText text, int signIn)
    {
        for (var line = signIn + 1; line <= Math.Min(text.Lines.Length, signIn + LinesAbove); line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
                continue;
            return text[line].TrimEnd().EndsWith("(0)", StringComparison.Ordinal) ? line : null;
        }

        return null;
    }

    /// <summary>Current LogonId is 0:0x3e7a1.</summary>
    private static bool IsSignIn(string line) => line.Length < 200 && line.Contains(" 0:0x", StringComparison.OrdinalIgnoreCase);

    private static bool IsCount(string line) => line.Length < 200 && line.TrimEnd() is [.., ')'] counted && counted.LastIndexOf('(') is > 0 and var open && counted[(open + 1)..^1] is { Length: > 0 } number && number.All(char.IsAsciiDigit);

    private static int? Number(string line)
    {
        var text = line.AsSpan().TrimStart();
        var end = text.IndexOf('>');
        return text.StartsWith("#") && end is > 1 and < 6 && int.TryParse(text[1..end], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>What stands between the label's colon and <c> @ REALM</c>.</summary>
    private static string? Principal(string line)
    {
        var at = line.Length > 1000 ? -1 : line.IndexOf(" @ ", StringComparison.Ordinal);
        var colon = at < 0 ? -1 : line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < at && line[(colon + 1)..at].Trim() is { Length: > 0 } name ? name : null;
    }

    private static Host About(EvidenceText text) => text.Artifact.Host.Role is HostRole.Unknown ? Host.Client.Or(text.Artifact.Host) : text.Artifact.Host;
}
