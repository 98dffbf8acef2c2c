namespace Aovpn.Reports.Monitoring;

/// <summary>How long a certificate that a server showed still lives.</summary>
/// <param name="Server">gateway or radius.</param>
/// <param name="Subject">Its subject's common name.</param>
/// <param name="DaysLeft">Until it expires; negative once it has.</param>
public sealed record CertificateState(string Server, string Subject, double DaysLeft);
