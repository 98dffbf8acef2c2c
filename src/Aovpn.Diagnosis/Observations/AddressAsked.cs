using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A probe asked one of several addresses of the VPN server's name for itself: an IKE_SA_INIT with the client's proposals to UDP 500.</summary>
/// <param name="Name">The name that leads to the address.</param>
/// <param name="Answered">Null: this machine has no way to addresses of that family, so that nothing was asked.</param>
/// <param name="Accepted">It takes one of the client's proposals; false: NO_PROPOSAL_CHOSEN; null: no answer, or another one.</param>
/// <param name="Group">The Diffie-Hellman group that it chose.</param>
public sealed record AddressAsked(Citation Source, Host About, When? At, string Name, string Address, bool? Answered, bool? Accepted, int? Group) : Observation(Source, About, At)
{
    /// <summary>An ICMP message says that nothing listens there. Null when not told.</summary>
    public bool? Refused { get; init; }
}
