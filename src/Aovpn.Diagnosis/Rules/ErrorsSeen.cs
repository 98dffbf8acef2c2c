using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules;

/// <summary>Where one of some Windows errors shows, at the client, at the VPN server, or in somebody's words.</summary>
internal static class ErrorsSeen
{
    /// <returns>A machine's record before a person's words; null when none of them shows.</returns>
    public static Observation? In(CaseFile file, params ReadOnlySpan<uint> errors)
    {
        Observation? told = null;
        foreach (var seen in file.Observations)
        {
            if (Error(seen) is not { Family: CodeFamily.Windows } code || !errors.Contains(code.Value))
                continue;
            if (!seen.IsReported)
                return seen;
            told ??= seen;
        }

        return told;
    }

    private static Code? Error(Observation seen) => seen switch
    {
        ConnectionFailed failed => failed.Code,
        GatewayEvent gateway => gateway.Code,
        WindowsErrorReported reported => reported.Code,
        _ => null,
    };
}
