using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>By which identity the firewall may know a service: sc qsidtype.</summary>
/// <param name="SidType">NONE, UNRESTRICTED or RESTRICTED.</param>
public sealed record ServiceIdentitySeen(Citation Source, Host About, string Service, string SidType) : Observation(Source, About, null);
