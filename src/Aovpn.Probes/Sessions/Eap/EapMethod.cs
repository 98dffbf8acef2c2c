namespace Aovpn.Probes.Sessions.Eap;

/// <summary>What a client can authenticate by inside EAP: outer method, and inner one where there is a tunnel.</summary>
public enum EapMethod
{
    /// <summary>EAP-MSCHAPv2 without a tunnel around it: anyone on the way, or a false server, gets a hash that is cracked offline.</summary>
    MsChapV2,

    /// <summary>EAP-TLS with a certificate of the user.</summary>
    Tls,

    /// <summary>PEAP version 0 around EAP-TLS: what Microsoft's deployment guide configures.</summary>
    PeapTls,

    /// <summary>PEAP version 0 around EAP-MSCHAPv2.</summary>
    PeapMsChapV2,
}
