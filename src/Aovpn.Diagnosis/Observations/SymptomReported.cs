using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A complaint without a number: it never dials, it connects but names do not resolve.</summary>
public sealed record SymptomReported(Citation Source, Host About, When? At, SymptomId Symptom) : Observation(Source, About, At);
