namespace Aovpn.Probes.Sessions.Ike;

/// <summary>To which of its two UDP ports a datagram goes, or from which it came.</summary>
public enum IkePort
{
    /// <summary>UDP 500.</summary>
    Ike,

    /// <summary>UDP 4500, where four bytes of zero before a message tell IKE from ESP (RFC 3948 §2.2).</summary>
    NatTraversal,
}
