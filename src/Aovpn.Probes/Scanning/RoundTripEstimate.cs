namespace Aovpn.Probes.Scanning;

/// <summary>
/// When to send again, learned from the answers so far as RFC 6298 §2 has it. All gateways of a scan share one estimate: until a gateway has
/// answered nothing is known of it but how far the others are.
/// </summary>
public sealed class RoundTripEstimate
{
    /// <summary>RFC 6298 §2.1.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(1);

    /// <summary>Less is no gain: a gateway that computes for a moment would be asked twice.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(4);

    private TimeSpan? _smoothed;
    private TimeSpan _variation;

    /// <summary>How long to wait for the answer to a first transmission.</summary>
    public TimeSpan Wait => _smoothed is { } smoothed ? Clamp(smoothed + (4 * _variation)) : Unknown;

    /// <summary>How long to wait after a transmission: twice as long each time, RFC 6298 §5.5.</summary>
    /// <param name="transmission">1 for the first.</param>
    public TimeSpan WaitAfter(int transmission) => Clamp(Wait * (1 << Math.Min(transmission - 1, 10)));

    /// <summary>An answer came to a request that was sent once; what answers a repetition cannot be told (Karn's algorithm, RFC 6298 §3).</summary>
    public void Add(TimeSpan roundTrip)
    {
        if (_smoothed is not { } smoothed)
        {
            (_smoothed, _variation) = (roundTrip, roundTrip / 2);
            return;
        }

        _variation = (_variation * 0.75) + ((smoothed - roundTrip).Duration() * 0.25);
        _smoothed = (smoothed * 0.875) + (roundTrip * 0.125);
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < Least ? Least : wait > Most ? Most : wait;
}
