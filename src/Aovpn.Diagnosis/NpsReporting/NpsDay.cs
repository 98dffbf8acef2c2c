namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>VPN users let in and refused on one day, by the server's clock.</summary>
/// <param name="Refused">Rejected and discarded requests.</param>
public sealed record NpsDay(DateOnly Day, long Accepted, long Refused);
