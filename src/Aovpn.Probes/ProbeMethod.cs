namespace Aovpn.Probes;

/// <summary>How a probe authenticates.</summary>
public enum ProbeMethod
{
    /// <summary>Not at all: it follows EAP as far as the gateway and the RADIUS server go without credentials.</summary>
    Stranger,

    /// <summary>A machine certificate, without EAP: the device tunnel.</summary>
    Machine,

    /// <summary>EAP-MSCHAPv2 without a tunnel around it.</summary>
    MsChapV2,

    /// <summary>EAP-TLS.</summary>
    Tls,

    /// <summary>PEAP with EAP-TLS inside: what Microsoft's deployment guide configures.</summary>
    PeapTls,

    /// <summary>PEAP with EAP-MSCHAPv2 inside.</summary>
    PeapMsChapV2,
}
