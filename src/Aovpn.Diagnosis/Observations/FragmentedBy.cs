namespace Aovpn.Diagnosis.Observations;

/// <summary>Who cut a message that is larger than a packet.</summary>
public enum FragmentedBy
{
    /// <summary>The sender's IP: routers and firewalls on the way may drop such fragments.</summary>
    Ip,

    /// <summary>IKE itself, RFC 7383: each piece is a datagram of its own.</summary>
    Ike,
}
