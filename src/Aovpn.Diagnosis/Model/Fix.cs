using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Model;

/// <summary>One thing to do.</summary>
/// <param name="Where">The host to do it on.</param>
/// <param name="Text">What to do, in a sentence or two.</param>
/// <param name="Commands">Commands that can be pasted; empty when it is done by hand.</param>
public sealed record Fix(HostRole Where, string Text, ImmutableArray<string> Commands);
