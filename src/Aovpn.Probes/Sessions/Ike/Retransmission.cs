using System.Collections.Immutable;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>How long an initiator waits after each transmission of a request before it sends it again, or gives up after the last.</summary>
/// <param name="Waits">One for each transmission.</param>
public sealed record Retransmission(ImmutableArray<TimeSpan> Waits)
{
    /// <summary>1, 2, 4, 8, 16 s: 31 s in all, near to what Windows takes before it says 809.</summary>
    public static Retransmission Patient { get; } = Doubling(TimeSpan.FromSeconds(1), 5);

    /// <summary>0.5, 1, 2 s: enough for a question whose silence is an answer too.</summary>
    public static Retransmission Brisk { get; } = Doubling(TimeSpan.FromMilliseconds(500), 3);

    public TimeSpan Total => Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);

    /// <param name="first">Wait after the first transmission; longer than zero.</param>
    /// <param name="transmissions">Times the request is sent in all; 1 to 10.</param>
    /// <returns>Each wait twice the one before: 1, 2, 4, 8 s for (1 s, 4).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside the range given above.</exception>
    /// <remarks>RFC 7296 §2.4 leaves the times to the implementation and requires that they grow exponentially.</remarks>
    public static Retransmission Doubling(TimeSpan first, int transmissions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(transmissions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(transmissions, 10);
        return new([.. Enumerable.Range(0, transmissions).Select(i => first * (1 << i))]);
    }
}
