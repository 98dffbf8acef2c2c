using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Scanning;

/// <summary>Looks the names of a scan up with this machine's resolver: every address of a name is a gateway of its own.</summary>
public static class ScanNames
{
    /// <summary>Names asked for at once: a resolver is no target.</summary>
    private const int AtOnce = 32;

    /// <param name="hosts">Names and addresses.</param>
    /// <returns>Both ports of every address, and names without one with the reason.</returns>
    public static async Task<(ImmutableArray<ScanTarget> Targets, ImmutableArray<(string Host, string Problem)> Unknown)> LookUpAsync(
        IReadOnlyList<string> hosts, int ikePort, int natTraversalPort, CancellationToken cancel)
    {
        var found = new (IPAddress[] Addresses, string? Problem)[hosts.Count];
        List<int> names = [];
        for (var i = 0; i < hosts.Count; i++)
        {
            if (IPAddress.TryParse(hosts[i], out var address))
                found[i] = ([address], null);
            else
                names.Add(i);
        }

        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, token) =>
            found[i] = await ResolveAsync(hosts[i], token));

        var targets = ImmutableArray.CreateBuilder<ScanTarget>();
        var unknown = ImmutableArray.CreateBuilder<(string, string)>();
        for (var i = 0; i < hosts.Count; i++)
        {
            if (found[i].Problem is { } problem)
                unknown.Add((hosts[i], problem));
            foreach (var address in found[i].Addresses.Distinct())
            {
                var gateway = new GatewayAddress(hosts[i], address, ikePort, natTraversalPort);
                targets.Add(new(hosts[i], IkePort.Ike, gateway.Endpoint(IkePort.Ike)));
                targets.Add(new(hosts[i], IkePort.NatTraversal, gateway.Endpoint(IkePort.NatTraversal)));
            }
        }

        return (targets.ToImmutable(), unknown.ToImmutable());
    }

    private static async Task<(IPAddress[] Addresses, string? Problem)> ResolveAsync(string host, CancellationToken cancel)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancel) is { Length: > 0 } addresses ? (addresses, null) : ([], "the name has no address");
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            return ([], error.Message);
        }
    }
}
