namespace Aovpn.Diagnosis.Observations;

public enum CertificateUse
{
    /// <summary>A certificate file, or one of which only text was given.</summary>
    File,

    /// <summary>Presented in IKE_AUTH by the VPN server, or by the client with machine authentication.</summary>
    Ike,

    /// <summary>Presented in TLS for SSTP.</summary>
    Sstp,

    /// <summary>Presented inside EAP by NPS, or by the user.</summary>
    Eap,

    /// <summary>Described by CAPI2 while something on that host dealt with it, which need not have been a VPN.</summary>
    Logged,
}
