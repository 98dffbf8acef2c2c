namespace Aovpn.Reports.Monitoring;

/// <summary>Whether IKEv2 answers on a UDP port.</summary>
/// <param name="Port">500 or 4500.</param>
/// <param name="Answers">Anything that is IKE came back, an error too.</param>
/// <param name="Says">What came, in a few words; empty for silence.</param>
/// <param name="RoundTripSeconds">Null for silence, or where it was not measured.</param>
/// <param name="Transmissions">Times the request was sent; null where it was not counted.</param>
public sealed record PortState(int Port, bool Answers, string Says, double? RoundTripSeconds = null, int? Transmissions = null);
