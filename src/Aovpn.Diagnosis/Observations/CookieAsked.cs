using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A probe's IKE_SA_INIT was answered: whether the VPN server wanted it again with a cookie first (RFC 7296 §2.6), as one does that fears a flood.</summary>
/// <param name="Demanded">It answered with COOKIE; false: it answered the first request.</param>
public sealed record CookieAsked(Citation Source, Host About, When? At, bool Demanded) : Observation(Source, About, At);
