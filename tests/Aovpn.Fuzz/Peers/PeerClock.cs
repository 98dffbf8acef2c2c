namespace Aovpn.Fuzz.Peers;

/// <summary>Time that goes on where the run says so.</summary>
internal sealed class PeerClock(DateTimeOffset start) : TimeProvider
{
    public TimeSpan Elapsed { get; private set; }

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public void GoTo(TimeSpan later) => Elapsed = later > Elapsed ? later : Elapsed;
}
