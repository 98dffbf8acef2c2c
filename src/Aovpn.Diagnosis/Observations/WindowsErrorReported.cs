using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A code somebody or something reports outside of an event that is read for itself: a dialog, a note, IKE's private notify 12345.</summary>
public sealed record WindowsErrorReported(Citation Source, Host About, When? At, Code Code) : Observation(Source, About, At);
