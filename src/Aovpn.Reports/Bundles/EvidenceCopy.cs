using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Bundles;

/// <summary>One artifact that may go into a bundle.</summary>
/// <param name="Open">Opens its bytes; null where there are none.</param>
public sealed record EvidenceCopy(ArtifactSummary Artifact, Func<Stream>? Open);
