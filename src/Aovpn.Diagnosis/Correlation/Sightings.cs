using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>
/// Observations that belong to one attempt so far. First and last time, correlation id and outcomes are kept beside them, so that
/// joining a busy user's attempts does not go through all of them again and again.
/// </summary>
internal sealed class Sightings(ClockOffsets clocks)
{
    private readonly List<Observation> _seen = [];
    private readonly HashSet<(HostRole Role, Artifact Artifact)> _outcomes = [];

    public IReadOnlyList<Observation> Seen => _seen;

    /// <summary>The first time on the common clock; null while no sighting has one.</summary>
    public DateTimeOffset? Start { get; private set; }

    public DateTimeOffset? End { get; private set; }

    /// <summary>Of the first sighting that has one.</summary>
    public string? CoId { get; private set; }

    /// <summary>The user as the first sighting that names one writes it.</summary>
    public string? User { get; private set; }

    public void Add(Observation seen)
    {
        _seen.Add(seen);
        var of = (IOfAttempt)seen;
        CoId ??= of.CoId;
        User ??= of.User;
        if (IsOutcome(seen))
            _outcomes.Add((seen.About.Role, seen.Source.Artifact));
        if (clocks.Instant(seen.At) is not { } at)
            return;
        Start = Start < at ? Start : at;
        End = End > at ? End : at;
    }

    public void Add(Sightings others)
    {
        foreach (var seen in others._seen)
            Add(seen);
    }

    /// <summary>Time between the two, zero where they overlap; null where one has no time.</summary>
    public TimeSpan? Gap(Sightings other)
    {
        if (Start is not { } start || other.Start is not { } otherStart)
            return null;
        var gap = start > other.End ? start - other.End!.Value : otherStart - End!.Value;
        return gap > TimeSpan.Zero ? gap : TimeSpan.Zero;
    }

    /// <summary>Two correlation ids are two attempts; so are two outcomes that one host logged.</summary>
    public bool CanBeOneWith(Sightings other) =>
        (CoId is null || other.CoId is null || CoId == other.CoId) && !_outcomes.Overlaps(other._outcomes);

    private static bool IsOutcome(Observation seen) => seen is ConnectionFailed
        or ConnectionProgressed { Phase: ConnectionPhase.Connected }
        or RadiusDecision { Outcome: RadiusOutcome.Accepted or RadiusOutcome.Rejected };
}
