using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>Whose personal store a listing shows.</summary>
public static class PersonalStores
{
    /// <summary>
    /// Whether it is the machine's. Where the command that made the listing is cut off, it is taken for <c>certutil -store My</c>,
    /// which lists the machine's, unless a certificate in it was plainly issued to a person.
    /// </summary>
    public static bool IsMachines(StoreListed store) => store.Store == "My" && store.Location switch
    {
        StoreLocation.LocalMachine => true,
        StoreLocation.Unknown => !store.Certificates.Any(IsOfPerson),
        _ => false,
    };

    private static bool IsOfPerson(Certificate certificate) =>
        !certificate.PrincipalNames.IsEmpty
        || certificate.Template is "User" or "SmartcardUser"
        || certificate.Subject.StartsWith("E=", StringComparison.OrdinalIgnoreCase)
        || certificate.Issuer?.Contains("Microsoft VPN root CA", StringComparison.OrdinalIgnoreCase) is true
        || certificate.Purposes is { } purposes && purposes.Contains(Purpose.SmartCardLogon);
}
