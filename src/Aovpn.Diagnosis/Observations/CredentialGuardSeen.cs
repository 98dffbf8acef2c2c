using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Whether Credential Guard runs: Win32_DeviceGuard, SecurityServicesRunning contains 1.</summary>
public sealed record CredentialGuardSeen(Citation Source, Host About, bool Runs) : Observation(Source, About, null);
