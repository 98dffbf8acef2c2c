using System.Collections.Immutable;

namespace Aovpn.Promises;

/// <param name="Feature">S1 to S13, B1 to B11.</param>
/// <param name="Tests">Names of test methods, or <c>scenario:folder</c>.</param>
/// <param name="Issue">The issue that will prove what is not proved yet; null when all is.</param>
public sealed record FeatureRow(string Feature, ImmutableArray<string> Tests, string? Issue);
