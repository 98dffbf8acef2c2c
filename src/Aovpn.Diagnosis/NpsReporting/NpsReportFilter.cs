using Aovpn.Diagnosis.Correlation;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>What of a log a report counts; everything where nothing is set.</summary>
public sealed record NpsReportFilter
{
    /// <summary>An account in any form: alice, CORP\alice, alice@corp.example.</summary>
    public string? User { get; init; }

    /// <summary>A RADIUS client by its friendly name, address or NAS-Identifier.</summary>
    public string? Client { get; init; }

    /// <summary>Only refusals with this reason code; what was accepted or never answered is counted as without it.</summary>
    public uint? Reason { get; init; }

    /// <summary>By the server's own clock, as the log writes it; included.</summary>
    public DateTime? Since { get; init; }

    /// <summary>By the server's own clock; not included.</summary>
    public DateTime? Until { get; init; }

    /// <summary>A record without a readable time is in no range.</summary>
    internal bool Holds(NpsExchange exchange) =>
        (Since is not { } since || exchange.Time >= since)
        && (Until is not { } until || exchange.Time < until)
        && (User is null || (exchange.User is { } user && UserIdentity.Same(User, user)))
        && (Client is null || exchange.IsFrom(Client));
}
