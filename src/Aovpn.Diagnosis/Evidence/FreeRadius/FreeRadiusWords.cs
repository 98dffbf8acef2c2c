using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.FreeRadius;

/// <summary>
/// What the messages of FreeRADIUS's modules mean: rlm_eap, rlm_eap_tls with OpenSSL's numbers, rlm_mschap, ntlm_auth; and how administrators
/// put a refusal into words in their policies.
/// </summary>
internal static class FreeRadiusWords
{
    /// <summary>The first row all of whose parts occur decides.</summary>
    private static readonly ImmutableArray<(ImmutableArray<string> Parts, RefusalGround Ground)> Rows =
    [
        (["No mutually acceptable types found"], RefusalGround.MethodRefused),

        // X509_V_ERR_*, x509_vfy.h of OpenSSL.
        (["OpenSSL says error 10 "], RefusalGround.CertificateExpired),
        (["OpenSSL says error 23 "], RefusalGround.CertificateRevoked),
        (["OpenSSL says error 26 "], RefusalGround.PurposeMissing),
        (["OpenSSL says error 2 "], RefusalGround.CertificateUntrusted),
        (["OpenSSL says error 18 "], RefusalGround.CertificateUntrusted),
        (["OpenSSL says error 19 "], RefusalGround.CertificateUntrusted),
        (["OpenSSL says error 20 "], RefusalGround.CertificateUntrusted),
        (["OpenSSL says error 21 "], RefusalGround.CertificateUntrusted),
        (["Alert write:fatal:handshake failure"], RefusalGround.NoCertificate),
        (["Alert write:fatal:certificate required"], RefusalGround.NoCertificate),
        (["Alert read:fatal:", "certificate"], RefusalGround.ServerCertificateRefused),
        (["Alert read:fatal:unknown CA"], RefusalGround.ServerCertificateRefused),

        (["MS-CHAP2-Response is incorrect"], RefusalGround.PasswordWrong),
        (["Logon failure"], RefusalGround.PasswordWrong),
        (["password", "expired"], RefusalGround.PasswordExpired),
        (["disabled"], RefusalGround.AccountDisabled),
        (["locked out"], RefusalGround.AccountLockedOut),
        (["lacks", "OID"], RefusalGround.PurposeMissing),
        (["Extended Key Usage"], RefusalGround.PurposeMissing),
        (["no such user"], RefusalGround.NoSuchUser),
        (["unknown user"], RefusalGround.NoSuchUser),
        (["user not found"], RefusalGround.NoSuchUser),
        (["no ", "policy"], RefusalGround.NoPolicy),
    ];

    /// <returns>Null for words that only repeat that it failed.</returns>
    public static RefusalGround? Ground(string? words)
    {
        if (words is null)
            return null;
        foreach (var (parts, ground) in Rows)
        {
            if (parts.All(part => words.Contains(part, StringComparison.OrdinalIgnoreCase)))
                return ground;
        }

        return null;
    }
}
