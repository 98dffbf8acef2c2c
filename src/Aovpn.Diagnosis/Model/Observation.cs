namespace Aovpn.Diagnosis.Model;

/// <summary>Only what was seen: typed, immutable, cited. No conclusions.</summary>
/// <param name="Source">Where it was seen.</param>
/// <param name="About">The host the statement is about: a client's log can say something about the gateway.</param>
/// <param name="At">When it happened; null when the evidence does not say.</param>
public abstract record Observation(Citation Source, Host About, When? At) : Cited(Source);
