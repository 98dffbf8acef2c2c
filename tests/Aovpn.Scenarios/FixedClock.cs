namespace Aovpn.Scenarios;

/// <summary>A clock that stands still, so that a scenario reads the same on every day.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
