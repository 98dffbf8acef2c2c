namespace Aovpn.Diagnosis.Observations;

/// <summary>What was varied in a comparison.</summary>
public enum ContrastDimension
{
    /// <summary>Another network: a hotspot, home, a hotel.</summary>
    Network,

    /// <summary>Another client machine.</summary>
    Device,

    /// <summary>Another user on the same machine, or only some users.</summary>
    User,

    /// <summary>Another kind of tunnel: SSTP works, IKEv2 does not.</summary>
    TunnelType,

    /// <summary>User tunnel against device tunnel.</summary>
    Tunnel,

    /// <summary>IPv4 against IPv6.</summary>
    AddressFamily,

    /// <summary>By IP address against by name.</summary>
    NameOrAddress,

    /// <summary>On the internal network against from outside.</summary>
    Lan,

    /// <summary>Another Windows version or another operating system.</summary>
    OperatingSystem,

    /// <summary>One of several gateways or NPS servers.</summary>
    Server,

    /// <summary>Some attempts work, others do not, with nothing changed.</summary>
    Attempt,

    /// <summary>Few clients against many: only under load, after N clients.</summary>
    Load,

    /// <summary>After some time: after N hours.</summary>
    Duration,

    /// <summary>After sleep or hibernation.</summary>
    Sleep,

    /// <summary>Some subnets or hosts against others.</summary>
    Subnet,

    /// <summary>Started by hand against connecting by itself.</summary>
    Manual,
}
