using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Of a message that was sent in fragments, not all arrived where the capture was taken.</summary>
/// <param name="About">Who sent it.</param>
/// <param name="Port">UDP port of the server: 500 or 4500 for IKE, 1812 for RADIUS.</param>
/// <param name="Seen">Fragments that arrived; null where only IP knows.</param>
/// <param name="Total">Fragments that were sent; null where only IP knows.</param>
public sealed record FragmentsLost(Citation Source, Host About, When? At, FragmentedBy By, int Port, int? Seen, int? Total) : Observation(Source, About, At);
