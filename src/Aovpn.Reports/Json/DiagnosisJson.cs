namespace Aovpn.Reports.Json;

/// <summary>The contract <c>aovpn.diagnosis/1</c>. Names are fixed; more may be added.</summary>
public sealed record DiagnosisJson(
    string Schema,
    string AsOf,
    SymptomJson[] Symptoms,
    StageJson[] Stages,
    FindingJson[] Findings,
    NextJson[] Next,
    ArtifactJson[] Artifacts,
    string[] Notes,
    int AttemptCount,
    AttemptJson[] Attempts);
