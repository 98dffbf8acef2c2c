using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Which Windows a machine runs: systeminfo, Get-ComputerInfo. Each is null when not shown.</summary>
/// <param name="Edition">Its name or EditionId: Microsoft Windows 11 Pro, Enterprise.</param>
/// <param name="Build">22631, 17763 ...</param>
/// <param name="DomainJoined">False for a workgroup.</param>
public sealed record WindowsSeen(Citation Source, Host About, string? Edition, int? Build, bool? DomainJoined) : Observation(Source, About, null);
