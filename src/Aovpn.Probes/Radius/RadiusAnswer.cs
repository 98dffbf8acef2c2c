namespace Aovpn.Probes.Radius;

/// <summary>An answer came.</summary>
/// <param name="Request">What is to be sent next; null when the exchange is over.</param>
internal sealed record RadiusAnswer(byte[]? Request);
