using System.Collections.Immutable;

namespace Aovpn.Bench.Running;

/// <summary>Programs that do the same work on the same input.</summary>
/// <param name="Bytes">Length of the input.</param>
internal sealed record Comparison(string Title, long Bytes, ImmutableArray<Contender> Contenders, ImmutableArray<Goal> Goals)
{
    /// <summary>Rounds without which a median says little: for what takes milliseconds.</summary>
    public int LeastRounds { get; init; }
}
