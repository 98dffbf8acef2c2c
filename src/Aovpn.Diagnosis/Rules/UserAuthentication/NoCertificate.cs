using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>"A certificate could not be found that can be used with this Extensible Authentication Protocol": RAS error 798.</summary>
internal static class NoCertificate
{
    /// <summary>Error 798 of raserror.h.</summary>
    private static readonly Code NotFound = Code.Windows(798u);

    /// <returns>Where somebody or something complains of it; null when nobody does.</returns>
    public static Observation? SeenIn(CaseFile file) => file.Observations.FirstOrDefault(seen => seen switch
    {
        ConnectionFailed failed => failed.Code == NotFound,
        WindowsErrorReported reported => reported.Code == NotFound,
        _ => false,
    });
}
