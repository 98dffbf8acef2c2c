namespace Aovpn.Diagnosis.Model;

/// <summary>Whose number it is.</summary>
public enum CodeFamily
{
    /// <summary>Win32, RAS (600-976), IPsec/IKE (13000-13999) and HRESULT values: one space, no overlaps that matter here.</summary>
    Windows,

    /// <summary>Reason-Code of NPS events 6272-6280 and accounting logs.</summary>
    NpsReason,

    /// <summary>Notify Message Type, RFC 7296 section 3.10.1.</summary>
    IkeNotify,

    /// <summary>EAP method type, RFC 3748 section 5.</summary>
    EapType,

    /// <summary>Windows event id; the provider is said elsewhere.</summary>
    Event,

    /// <summary>AADSTS number of an Entra ID (Azure AD) sign-in.</summary>
    EntraSignIn,
}
