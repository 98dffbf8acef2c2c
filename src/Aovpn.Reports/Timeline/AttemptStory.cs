using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Reports.Timeline;

/// <summary>What client, VPN server and NPS saw of one attempt, in the order in which it happened.</summary>
internal static class AttemptStory
{
    /// <summary>Lines that are told; EAP alone has dozens of rounds, which are counted together.</summary>
    public const int LinesShown = 60;

    public static ImmutableArray<StoryLine> Of(ConnectionAttempt attempt, ClockOffsets? clocks)
    {
        var lines = ImmutableArray.CreateBuilder<StoryLine>();
        foreach (var seen in attempt.Observations)
        {
            var (text, fails) = Sentence(seen);
            var host = HostOf(seen);
            if (lines.Count > 0 && lines[^1] is var last && last.Host.Role == host.Role && last.Text.Equals(text))
                lines[^1] = last with { Count = last.Count + 1 };
            else if (lines.Count < LinesShown)
                lines.Add(new(clocks?.Instant(seen.At) ?? seen.At?.InstantOrWall, seen.At, host, text, 1, fails, seen.Source));
        }

        return lines.ToImmutable();
    }

    /// <summary>Whose log it is, not whom it is about.</summary>
    private static Host HostOf(Observation seen) => seen.At?.Clock is { Role: not HostRole.Unknown } clock ? clock : seen.About;

    private static (Message Text, bool? Fails) Sentence(Observation seen) => seen switch
    {
        ConnectionFailed failed => (Message.Of($"the connection fails with {failed.Code}{Meaning(failed.Code)}"), true),
        ConnectionProgressed step => (Phase(step), step.Phase is ConnectionPhase.Connected ? false : null),
        RadiusDecision decision => (Decision(decision), decision.Outcome switch
        {
            RadiusOutcome.Rejected or RadiusOutcome.Discarded or RadiusOutcome.AccountLocked => true,
            RadiusOutcome.Accepted => false,
            _ => null,
        }),
        GatewayEvent gateway => (Gateway(gateway), gateway.Code is { Value: not 0 } || gateway.NpsReason is { Value: not 0 } ? true : null),
        _ => (Message.Of($"{Hole.Plain(KebabCase.Of(seen.GetType().Name).Replace('-', ' '))}"), null),
    };

    private static Message Phase(ConnectionProgressed step) => step.Phase switch
    {
        ConnectionPhase.Started => Message.Of($"dials{Quoted(" ", step.Connection)}{As(step.User)}"),
        ConnectionPhase.LinkStarted when step.Server is { } server => Message.Of($"sets up the link to {Hole.Host(server)}{Over(step.Device)}"),
        ConnectionPhase.LinkStarted => Message.Of($"sets up the link{Over(step.Device)}"),
        ConnectionPhase.LinkEstablished => Message.Of($"the device is linked"),
        ConnectionPhase.AuthenticationStarted => Message.Of($"the link stands; authentication follows"),
        ConnectionPhase.Connected => Message.Of($"connected"),
        _ when step.Code is { } code => Message.Of($"disconnected, reason {code}{Meaning(code)}"),
        _ => Message.Of($"disconnected"),
    };

    private static Message Decision(RadiusDecision decision)
    {
        var of = decision.User is { } user ? Message.Of($" {Hole.User(user)}") : Message.Of($"");
        var policy = decision.NetworkPolicy is { } name ? Message.Of($", policy {Hole.Plain(name)}") : Message.Of($"");
        var reason = decision.Reason is { Value: not 0 } code ? Message.Of($": {code}{Meaning(code)}") : Message.Of($"");
        return decision.Outcome switch
        {
            RadiusOutcome.Requested => Message.Of($"is asked for access{of}"),
            RadiusOutcome.Challenged => Message.Of($"asks for more (EAP goes on){of}"),
            RadiusOutcome.Accepted => Message.Of($"grants{of}{policy}"),
            RadiusOutcome.Rejected => Message.Of($"refuses{of}{policy}{reason}"),
            RadiusOutcome.Discarded => Message.Of($"discards the request{of}{reason}"),
            RadiusOutcome.AccountLocked => Message.Of($"locks the account{of}"),
            RadiusOutcome.AccountUnlocked => Message.Of($"unlocks the account{of}"),
            RadiusOutcome.SessionStarted => Message.Of($"accounting: the session begins{of}"),
            RadiusOutcome.SessionStopped => Message.Of($"accounting: the session ends{of}"),
            _ => Message.Of($"accounting: the session goes on{of}"),
        };
    }

    private static Message Gateway(GatewayEvent gateway)
    {
        var what = EventCatalogue.Find("RemoteAccess", (uint)gateway.EventId) is [var row, ..] ? Message.Of($": {Hole.Plain(row.Text.TrimEnd('.'))}") : Message.Of($"");
        var who = gateway.User is { } user ? Message.Of($", {Hole.User(user)}") : Message.Of($"");
        var from = gateway.ClientAddress is { } address ? Message.Of($" from {Hole.Address(address)}") : Message.Of($"");
        var code = gateway.Code is { } error ? Message.Of($", {error}{Meaning(error)}") : Message.Of($"");
        var reason = gateway.NpsReason is { } nps ? Message.Of($", {nps}{Meaning(nps)}") : Message.Of($"");
        return Message.Of($"event {gateway.EventId}{what}{who}{from}{code}{reason}");
    }

    private static Message Meaning(Code code) => Symbols.Sentence(code) is { } sentence ? Message.Of($" ({Hole.Plain(sentence)})") : Message.Of($"");

    private static Message Quoted(string before, string? name) => name is null ? Message.Of($"") : Message.Of($"{Hole.Plain(before)}{Hole.Host(name)}");

    private static Message As(string? user) => user is null ? Message.Of($"") : Message.Of($" as {Hole.User(user)}");

    private static Message Over(string? device) => device is null ? Message.Of($"") : Message.Of($" over {Hole.Plain(device)}");
}
