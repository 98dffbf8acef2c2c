using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A probe sent the VPN server an IKE_SA_INIT larger than a packet, which IP cuts into fragments.</summary>
/// <param name="Size">Bytes of the datagram.</param>
/// <param name="Answered">False: silence, where small ones were answered or not.</param>
public sealed record LargeDatagramAsked(Citation Source, Host About, When? At, int Size, bool Answered) : Observation(Source, About, At);
