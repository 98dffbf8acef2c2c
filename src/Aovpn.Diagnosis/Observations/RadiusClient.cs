namespace Aovpn.Diagnosis.Observations;

/// <summary>The access server as NPS knows it.</summary>
/// <param name="Name">Client-Friendly-Name.</param>
/// <param name="Address">Client-IP-Address, where the packet came from.</param>
/// <param name="NasAddress">NAS-IP-Address, what the access server says of itself.</param>
/// <param name="NasIdentifier">NAS-Identifier.</param>
/// <param name="PortType">NAS-Port-Type; Virtual for a VPN.</param>
public sealed record RadiusClient(string? Name, string? Address, string? NasAddress, string? NasIdentifier, string? PortType);
