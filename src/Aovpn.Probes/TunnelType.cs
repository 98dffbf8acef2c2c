namespace Aovpn.Probes;

/// <summary>What a Windows connection may dial; <see cref="Automatic"/> tries them in the order below (specification, error code 800).</summary>
public enum TunnelType
{
    Ikev2,
    Sstp,
    L2tp,
    Pptp,
    Automatic,
}
