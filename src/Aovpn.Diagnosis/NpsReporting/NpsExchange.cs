namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>A record and the request that it answers, which names what the answer leaves out. The answer's own words go first.</summary>
/// <param name="Request">Null when none was read, or when the record is itself the request.</param>
internal readonly record struct NpsExchange(NpsFacts Record, NpsFacts? Request)
{
    /// <summary>What NPS' clock showed; null where the record has no readable time.</summary>
    public DateTime? Time => Record.Time;

    public bool IsVpn => Record.Medium.Or(Request?.Medium).IsVpn;

    public string? User => Record.User ?? Request?.User;

    public string? Policy => Record.Policy;

    public string? CallingStation => Record.CallingStation ?? Request?.CallingStation;

    /// <summary>The RADIUS client as people know it: <c>VPN1 (192.0.2.10)</c>.</summary>
    public string? Client => (Record.ClientName ?? Request?.ClientName, Record.Address ?? Request?.Address) switch
    {
        ({ } name, { } address) => $"{name} ({address})",
        var (name, address) => name ?? address,
    };

    /// <summary>The EAP type where the record names one, else the authentication type.</summary>
    public string? Authentication => Record.Authentication;

    public uint Reason => Record.Reason;

    public bool IsFrom(string client) =>
        Is(Record.ClientName ?? Request?.ClientName, client) || Is(Record.ClientAddress ?? Request?.ClientAddress, client) || Is(Record.ClientIpv6Address ?? Request?.ClientIpv6Address, client)
        || Is(Record.NasIdentifier ?? Request?.NasIdentifier, client) || Is(Record.NasAddress ?? Request?.NasAddress, client) || Is(Record.NasIpv6Address ?? Request?.NasIpv6Address, client);

    private static bool Is(string? name, string client) => string.Equals(name, client, StringComparison.OrdinalIgnoreCase);
}
