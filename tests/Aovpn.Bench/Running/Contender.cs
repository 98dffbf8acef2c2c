using System.Collections.Immutable;

namespace Aovpn.Bench.Running;

/// <summary>A program that does the work, ours or a peer.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Command">Program and arguments.</param>
/// <param name="Expected">What it must print on standard output before its time counts.</param>
/// <param name="Bytes">Bytes of input that one run reads; null for the comparison's.</param>
internal sealed record Contender(string Name, ImmutableArray<string> Command, string Expected, long? Bytes = null)
{
    /// <summary>From what the program prints to the form of <see cref="Expected"/>.</summary>
    public Func<string, string> Answer { get; init; } = static printed => printed;

    /// <summary>Program and arguments that take away what a run left behind, not timed; empty where it leaves nothing.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>A program that others are measured against but that does less: it may be wrong, and then is shown without a time.</summary>
    public bool MayBeWrong { get; init; }
}
