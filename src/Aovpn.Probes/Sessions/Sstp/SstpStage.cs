namespace Aovpn.Probes.Sessions.Sstp;

/// <summary>How far a call got, in the order of [MS-SSTP] section 3.2: inside TLS, which stands already.</summary>
public enum SstpStage
{
    /// <summary>SSTP_DUPLEX_POST was sent; no answer yet.</summary>
    HttpRequested,

    /// <summary>The server answered with HTTP 200; the call was asked for.</summary>
    CallRequested,

    /// <summary>SSTP_MSG_CALL_CONNECT_ACK came; LCP runs.</summary>
    LinkNegotiated,

    /// <summary>LCP is open: authentication would follow.</summary>
    LinkOpen,

    /// <summary>The server refused or ended it.</summary>
    Refused,
}
