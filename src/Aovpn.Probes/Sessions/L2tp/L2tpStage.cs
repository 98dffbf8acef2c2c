namespace Aovpn.Probes.Sessions.L2tp;

/// <summary>What an L2TP/IPsec connection waits for, in its order.</summary>
public enum L2tpStage
{
    /// <summary>Main mode's messages 1 and 2: algorithms.</summary>
    MainMode,

    /// <summary>Messages 3 and 4: key exchange and NAT detection.</summary>
    KeyExchange,

    /// <summary>Messages 5 and 6: both prove that they know the pre-shared key.</summary>
    Identity,

    /// <summary>The ESP associations.</summary>
    QuickMode,

    /// <summary>L2TP's control connection: SCCRQ and SCCRP, inside ESP.</summary>
    Tunnel,

    /// <summary>L2TP's session: ICRQ and ICRP.</summary>
    Session,

    /// <summary>PPP: LCP.</summary>
    Link,

    /// <summary>LCP is open: authentication would follow.</summary>
    LinkOpen,
}
