using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The TPM of a machine: Get-Tpm, tpmtool getdeviceinformation. Each is null when not shown.</summary>
/// <param name="Present">Whether there is one.</param>
/// <param name="Ready">Whether Windows can use it.</param>
/// <param name="Version">Of the TCG's specification: 2.0 or 1.2; Get-Tpm does not show it.</param>
/// <param name="Manufacturer">Its id in letters, INTC for instance.</param>
/// <param name="Firmware">ManufacturerVersion.</param>
public sealed record TpmSeen(Citation Source, Host About, bool? Present, bool? Ready, string? Version, string? Manufacturer, string? Firmware) : Observation(Source, About, null);
