using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The Kerberos tickets of a sign-in, as klist lists them; empty where it says that there are none.</summary>
public sealed record TicketsListed(Citation Source, Host About, ImmutableArray<Ticket> Tickets) : Observation(Source, About, null);
