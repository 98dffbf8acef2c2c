using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A certificate store was listed. That it was is itself the proof that what is not in it was not there.</summary>
/// <param name="Store">My, Root, CA, NTAuth, Disallowed ... as certutil and Windows name it, whatever the listing's language.</param>
/// <param name="Location">Whose store it is.</param>
/// <param name="Complete">False for an excerpt: what is missing from it may still be in the store.</param>
public sealed record StoreListed(
    Citation Source, Host About, When? At, string Store, StoreLocation Location, bool Complete, ImmutableArray<Certificate> Certificates)
    : Observation(Source, About, At);
