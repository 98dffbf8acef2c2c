using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>Whether a case shows ERROR_IPSEC_IKE_POLICY_MATCH (13868), with which Windows says that no proposal fits.</summary>
internal static class PolicyErrors
{
    private const uint PolicyMatch = 13868;

    public static bool SeenIn(CaseFile file) => file.Observations.Any(seen => seen switch
    {
        ConnectionFailed failed => Is(failed.Code),
        WindowsErrorReported reported => Is(reported.Code),
        GatewayEvent { Code: { } code } => Is(code),
        _ => false,
    });

    private static bool Is(Code code) => code is { Family: CodeFamily.Windows, Value: PolicyMatch };
}
