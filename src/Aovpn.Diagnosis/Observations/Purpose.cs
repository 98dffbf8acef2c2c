namespace Aovpn.Diagnosis.Observations;

/// <summary>Object identifiers of enhanced key usages that Always On VPN deals in.</summary>
public static class Purpose
{
    /// <summary>id-kp-serverAuth, RFC 5280 section 4.2.1.12.</summary>
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>id-kp-clientAuth, RFC 5280 section 4.2.1.12.</summary>
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>IP security IKE intermediate, which Windows prefers for IKE where several certificates would do.</summary>
    public const string IkeIntermediate = "1.3.6.1.5.5.8.2.2";

    /// <summary>Smart card logon.</summary>
    public const string SmartCardLogon = "1.3.6.1.4.1.311.20.2.2";

    /// <summary>AAD Conditional Access: certificates that Entra ID issues for VPN carry it.</summary>
    public const string AadConditionalAccess = "1.3.6.1.4.1.311.87";

    /// <summary>anyExtendedKeyUsage, RFC 5280 section 4.2.1.12.</summary>
    public const string Any = "2.5.29.37.0";
}
