using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>What one artifact gave.</summary>
/// <param name="Kinds">Kinds recognised, in the order in which they were tried; empty when nothing was.</param>
public sealed record Reading(ImmutableArray<Observation> Observations, ImmutableArray<string> Kinds, long Records);
