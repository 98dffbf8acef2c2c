using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <param name="IsIPv6">Null when the listing does not show the address family.</param>
public sealed record InterfaceForwarding(Citation Source, string Interface, bool? IsIPv6, bool Forwards) : Cited(Source);
