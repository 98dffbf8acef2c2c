using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Addressing;

/// <summary>The VPN server has no address left for a client, or DHCP gives it none. Page: AddressPoolEmpty.md.</summary>
public sealed class AddressPoolEmpty() : FleetRule(new Need("gateway-events", HostRole.VpnServer), new Need("gateway-configuration", HostRole.VpnServer), new Need("dhcp-scopes", HostRole.Unknown))
{
    private static readonly Code PoolEmpty = Code.Windows(717u);

    /// <summary>RFC 7296 section 3.10.1.</summary>
    private const uint InternalAddressFailure = 36;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<GatewayEvent>(HostRole.VpnServer))
        {
            if (Judge(seen) is { } verdict)
                yield return verdict with { About = seen.About, At = seen.At, Affected = seen.User };
        }

        foreach (var seen in file.All<ConnectionFailed>().Where(seen => seen.Code == PoolEmpty))
        {
            yield return Verdict.Found($"the VPN server told the client that its static pool is empty ({PoolEmpty})", seen.Cite(nameof(ConnectionFailed.Code)))
                with { At = seen.At, Affected = seen.User };
        }

        foreach (var verdict in GatewayRemarks.Of(file, GatewayRemark.PoolFull, Host.VpnServer).Concat(GatewayRemarks.Of(file, GatewayRemark.NoAddress, Host.VpnServer)))
            yield return verdict;

        // A client cannot tell a pool that is full from one that is not there.
        ImmutableArray<Need> untold = file.All<GatewaySaid>().Any() || file.All<GatewayConfigured>(HostRole.VpnServer).Any()
            ? [] : [new("gateway-configuration", HostRole.VpnServer), new("gateway-events", HostRole.VpnServer)];
        foreach (var seen in file.All<IkeErrorNotified>(HostRole.VpnServer).Where(seen => seen.Notify.Value == InternalAddressFailure))
        {
            yield return Verdict.Found($"the VPN server accepts the client and has no address for it (INTERNAL_ADDRESS_FAILURE)", seen.Cite(nameof(IkeErrorNotified.Notify)))
                with { About = seen.About, At = seen.At, Needs = untold };
        }

        foreach (var scope in file.All<AddressScopesListed>().SelectMany(listed => listed.Scopes).Where(scope => scope is { Free: 0, InUse: > 0 }))
        {
            // Other scopes of the DHCP server may be full: only beside a complaint about addresses is this one of the VPN's.
            if (ErrorsSeen.In(file, 720, 717) is { } refused)
                yield return Verdict.Found($"the DHCP scope {Hole.Address(scope.Scope)} has no free address, {scope.InUse!.Value} are in use", scope.Source, refused.Source) with { At = refused.At };
        }

        if (OpenSessions.Most(file) is not var (start, count))
            yield break;
        foreach (var seen in file.All<GatewayConfigured>(HostRole.VpnServer))
        {
            if (seen.AddressRanges is { IsEmpty: false } ranges && AddressRanges.Size(ranges) is { } size && size - 1 <= count)
            {
                // RRAS keeps one address for itself.
                yield return Verdict.Found(
                    $"the pool {Hole.Plain(string.Join(", ", ranges))} has {size - 1} addresses for clients, and {count} sessions were open at once",
                    seen.Cite(nameof(GatewayConfigured.AddressRanges)), start.Source) with { About = seen.About, At = start.At };
            }
        }
    }

    private static Verdict? Judge(GatewayEvent seen)
    {
        var place = seen.Cite(nameof(GatewayEvent.EventId));
        return seen.EventId switch
        {
            20167 => Verdict.Found($"RemoteAccess event {seen.EventId}: no address is left for clients", place),
            20086 or 20087 => Verdict.Found($"RemoteAccess event {seen.EventId}: DHCP gives the VPN server no address", place),
            20169 => Verdict.Found($"RemoteAccess event {seen.EventId}: no DHCP server answers, and clients get addresses of 169.254.0.0/16", place),
            20166 or 20253 => Verdict.Undecided(
                $"RemoteAccess event {seen.EventId}: the client got no address; the event does not say why", place) with { Needs = [new("gateway-configuration", HostRole.VpnServer)] },
            _ => null,
        };
    }
}
