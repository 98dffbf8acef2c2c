using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Evidence.Nps;
using Aovpn.Diagnosis.Model;
using static Aovpn.Codecs.Nps.NpsAttributeName;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>A record and the request that it answers, which names what the answer leaves out. The answer's own words go first.</summary>
/// <param name="Request">Null when none was read, or when the record is itself the request.</param>
internal sealed record NpsExchange(NpsRecord Record, NpsRecord? Request)
{
    private static readonly Host AnyClock = new(HostRole.NpsServer, null);

    /// <summary>What NPS' clock showed; null where the record has no readable time.</summary>
    public DateTime? Time { get; } = NpsTime.Of(Record, AnyClock)?.Wall;

    public bool IsVpn => NpsDecision.IsVpn(Record, Request);

    public string? User => First(SamAccountName, FullyQualifiedUserName, UserName);

    public string? Policy => NpsIdentities.Bounded(Record[NPPolicyName]);

    public string? CallingStation => First(CallingStationId);

    /// <summary>The RADIUS client as people know it: <c>VPN1 (192.0.2.10)</c>.</summary>
    public string? Client => (First(ClientFriendlyName), First(ClientIPAddress, ClientIpv6Address, NasIPAddress, NasIpv6Address)) switch
    {
        ({ } name, { } address) => $"{name} ({address})",
        var (name, address) => name ?? address,
    };

    /// <summary>The EAP type where the record names one, else the authentication type.</summary>
    public string? Authentication =>
        NpsIdentities.Bounded(Record[EapFriendlyName])
        ?? NpsWords.EapType(Record.Number(MsAcctEapType) ?? Record.Number("IAS-EAP-TypeId"))
        ?? NpsWords.AuthenticationType(Record.Number(AuthenticationType));

    public uint Reason => Record.Number(ReasonCode) is > 0 and <= uint.MaxValue and { } reason ? (uint)reason : 0;

    public bool IsFrom(string client)
    {
        ReadOnlySpan<string> names = [ClientFriendlyName, ClientIPAddress, ClientIpv6Address, NasIdentifier, NasIPAddress, NasIpv6Address];
        foreach (var name in names)
        {
            if (string.Equals(First(name), client, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Record[name] is { } value)
                return NpsIdentities.Bounded(value);
        }

        foreach (var name in names)
        {
            if (Request?[name] is { } value)
                return NpsIdentities.Bounded(value);
        }

        return null;
    }
}
