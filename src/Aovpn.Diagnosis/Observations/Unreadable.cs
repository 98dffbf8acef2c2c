using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Something could not be read: nothing is lost silently.</summary>
/// <param name="What">One sentence: what, what it should have been, what still worked, what to do.</param>
/// <param name="Count">Records or lines it stands for.</param>
public sealed record Unreadable(Citation Source, Message What, long Count = 1) : Observation(Source, Host.Unknown, null);
