using System.Net;

namespace Aovpn.Lab.Serving;

/// <summary>Where the lab listens, in place of UDP 500, 4500 and 1812, which need privileges on many systems.</summary>
/// <param name="Ike">0 for any that is free; so the others.</param>
public sealed record LabPorts(IPAddress Address, int Ike, int NatTraversal, int Radius)
{
    public static LabPorts Default { get; } = new(IPAddress.Loopback, 15500, 14500, 11812);

    /// <summary>Any that are free, on loopback.</summary>
    public static LabPorts Free { get; } = new(IPAddress.Loopback, 0, 0, 0);
}
