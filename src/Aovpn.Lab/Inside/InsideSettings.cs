using System.Collections.Immutable;
using System.Net;

namespace Aovpn.Lab.Inside;

/// <summary>The network behind the lab's VPN server, and how it is broken. It exists in this process only.</summary>
public sealed record InsideSettings
{
    /// <summary>The VPN server's own address outside, which it answers through the tunnel too.</summary>
    public IPAddress Outer { get; init; } = IPAddress.Loopback;

    /// <summary>The VPN server's own address inside.</summary>
    public IPAddress Gateway { get; init; } = IPAddress.Parse("10.10.0.10");

    public IPAddress DnsServer { get; init; } = IPAddress.Parse("10.10.0.20");

    /// <summary>A host with a web server on TCP 80.</summary>
    public IPAddress Host { get; init; } = IPAddress.Parse("10.10.0.30");

    /// <summary>The name of <see cref="Host"/>.</summary>
    public string HostName { get; init; } = "files.corp.example.com";

    /// <summary>The VPN server forwards.</summary>
    public bool Forwards { get; init; } = true;

    /// <summary>The host answers pings.</summary>
    public bool AnswersPing { get; init; } = true;

    /// <summary>The DNS server's service runs.</summary>
    public bool ResolvesNames { get; init; } = true;

    /// <summary>The web server's service runs.</summary>
    public bool ServesWeb { get; init; } = true;

    internal ImmutableArray<IPAddress> Hosts => [DnsServer, Host];
}
