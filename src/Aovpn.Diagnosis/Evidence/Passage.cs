using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>Lines of a text that one reader has understood.</summary>
/// <param name="First">First line, from 1.</param>
/// <param name="Last">Last line, included.</param>
/// <param name="Observations">What was seen, unreadable parts among it; empty when the passage says nothing of interest.</param>
/// <param name="Records">Records in it.</param>
public sealed record Passage(int First, int Last, ImmutableArray<Observation> Observations, int Records = 1);
