namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>How often something was refused.</summary>
/// <param name="Name">A policy, user, RADIUS client, calling station or authentication type; null where the log names none.</param>
/// <param name="First">By the server's clock; null where no record had a readable time.</param>
public sealed record RefusalTally(string? Name, long Count, DateTime? First, DateTime? Last);
