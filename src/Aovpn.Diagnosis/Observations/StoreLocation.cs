namespace Aovpn.Diagnosis.Observations;

public enum StoreLocation
{
    Unknown,
    LocalMachine,
    CurrentUser,
    Enterprise,
    Service,
}
