namespace Aovpn.Probes.Scanning;

/// <summary>How fast a scan asks and how long it waits.</summary>
/// <param name="DatagramsPerSecond">No more than these leave, first transmissions and repetitions together.</param>
/// <param name="Transmissions">Times a request is sent in all, as long as nothing comes.</param>
/// <param name="Patience">From a request's first transmission until it counts as unanswered: a slow gateway behind a slow line is no dead one.</param>
public sealed record ScanPace(int DatagramsPerSecond, int Transmissions, TimeSpan Patience)
{
    /// <summary>A request of 700 bytes every hundredth of a millisecond: a thousand gateways, both ports, in 20 ms; 560 Mbit/s for as long as there is something to ask.</summary>
    public static ScanPace Default { get; } = new(100_000, 4, TimeSpan.FromSeconds(8));
}
