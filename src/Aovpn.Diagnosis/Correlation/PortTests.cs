using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>Tests of the VPN server's ports from outside, as scans, probes and people report them.</summary>
public static class PortTests
{
    public const int Ike = 500, IkeNatTraversal = 4500, Https = 443;

    public static ImmutableArray<Reached> Of(CaseFile file, string protocol, int port) =>
        [.. file.All<Reached>().Where(seen => !seen.Inside && seen.Port == port && string.Equals(seen.Protocol, protocol, StringComparison.OrdinalIgnoreCase))];

    /// <returns>Whether a target is an IPv6 address; null when it is a name.</returns>
    public static bool? IsIpv6(string target) => IPAddress.TryParse(target, out var address) ? address.AddressFamily is AddressFamily.InterNetworkV6 : null;
}
