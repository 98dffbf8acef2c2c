using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The AAD Operational log: a token was refused, with Entra ID's number where the text carries one (AADSTS53000).</summary>
public sealed record CloudSignIn(Citation Source, Host About, When? At, int EventId, Code? SignInCode, string? Description) : Observation(Source, About, At);
