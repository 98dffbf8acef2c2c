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

    /// <summary>
    /// The other port of IKE at the same target, where that refuses while this one is silent: packets arrive. Hosts send only so many ICMP messages
    /// a second (RFC 1812 section 4.3.2.8, RFC 4443 section 2.4), so that of two closed ports one may seem silent.
    /// </summary>
    public static Reached? RefusedBeside(CaseFile file, Reached silent) =>
        silent is { Answered: false, Refused: not true }
            ? Of(file, "udp", silent.Port == Ike ? IkeNatTraversal : Ike).FirstOrDefault(other => other.Refused is true && other.Target == silent.Target)
            : null;

    /// <returns>Whether a target is an IPv6 address; null when it is a name.</returns>
    public static bool? IsIpv6(string target) => IPAddress.TryParse(target, out var address) ? address.AddressFamily is AddressFamily.InterNetworkV6 : null;
}
