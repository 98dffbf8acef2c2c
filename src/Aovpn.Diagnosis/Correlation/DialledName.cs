using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>A name or address under which a client dials the VPN server.</summary>
/// <param name="Place">Where exactly it is written.</param>
public sealed record DialledName(string Server, Citation Place, Host About);
