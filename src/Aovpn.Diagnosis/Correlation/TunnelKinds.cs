using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>Which tunnels a case is about, as far as profiles, logs and reports say.</summary>
public static class TunnelKinds
{
    /// <summary>Profiles or logs show SSTP and nothing shows IKEv2.</summary>
    public static bool OnlySstp(CaseFile file) => Shows(file, "SSTP") && !Shows(file, "IKEv2");

    /// <summary>
    /// The client is to prove itself with a certificate of the machine: a device tunnel, machine certificates in the profile, a
    /// connection that SYSTEM dials, or an error that only they give.
    /// </summary>
    public static bool UseMachineCertificate(CaseFile file) => file.Observations.Any(seen => seen switch
    {
        ProfileRead profile => profile.IsDeviceTunnel is true || string.Equals(profile.MachineMethod, "Certificate", StringComparison.OrdinalIgnoreCase),
        ConnectionFailed failed => IsSystem(failed.User) || MissingCertificate(failed.Code),
        WindowsErrorReported reported => MissingCertificate(reported.Code),
        GatewayEvent { Code: { } code } => MissingCertificate(code),
        ConnectionProbed { ByMachine: true } => true,
        TopicMentioned { Negated: false, Topic: "device-tunnel" or "machine-certificate" } => true,
        _ => false,
    });

    private static bool Shows(CaseFile file, string kind) => file.Observations.Any(seen => seen switch
    {
        ProfileRead { TunnelType: { } type } => string.Equals(type, kind, StringComparison.OrdinalIgnoreCase),
        ConnectionProgressed { Device: { } device } => device.Contains(kind, StringComparison.OrdinalIgnoreCase),
        CertificateSeen { Use: CertificateUse.Ike } => kind == "IKEv2",
        _ => false,
    });

    private static bool IsSystem(string? user) => user is not null && (user.Equals("SYSTEM", StringComparison.OrdinalIgnoreCase) || user.EndsWith(@"\SYSTEM", StringComparison.OrdinalIgnoreCase));

    /// <summary>ERROR_NO_CERTIFICATE, ERROR_OAKLEY_NO_CERT, ERROR_IPSEC_IKE_NO_CERT, _NO_PRIVATE_KEY.</summary>
    private static bool MissingCertificate(Code code) => code is { Family: CodeFamily.Windows, Value: 766 or 786 or 13806 or 13820 };
}
