using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Addressing;

/// <summary>IPv4 and IPv6 in what a VPN server gave a client: its address, and the traffic that it lets into the tunnel.</summary>
internal static class SelectorFamilies
{
    /// <summary>A packet fits a tunnel if its source is the client's address and its destination in the server's selectors (RFC 7296 section 2.9): of one family.</summary>
    /// <returns>True where no packet can fit.</returns>
    public static bool DoNotMeet(TunnelOpened opened) =>
        !opened.Addresses.IsEmpty && !opened.Remote.IsEmpty && !opened.Addresses.Any(address => opened.Remote.Any(range => IsIpv6(range) == IsIpv6(address)));

    private static bool IsIpv6(string text) => text.Contains(':', StringComparison.Ordinal);
}
