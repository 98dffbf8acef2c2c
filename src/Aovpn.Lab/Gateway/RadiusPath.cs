namespace Aovpn.Lab.Gateway;

/// <summary>The way from the VPN server to the RADIUS server and back.</summary>
/// <returns>The answer to a request; null for silence.</returns>
public delegate byte[]? RadiusPath(byte[] request);
