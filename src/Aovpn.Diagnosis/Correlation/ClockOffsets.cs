using System.Collections.Frozen;
using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>
/// How far each host's clock is from a common one, worked out from attempts that two hosts saw. A clock that shares no attempt
/// with another is taken at its word, local time as UTC.
/// </summary>
public sealed class ClockOffsets
{
    /// <summary>Smaller differences are how long things take, not how clocks run.</summary>
    public static readonly TimeSpan Noise = TimeSpan.FromSeconds(30);

    private readonly FrozenDictionary<Clock, TimeSpan> _ahead;

    private ClockOffsets(Clock? reference, FrozenDictionary<Clock, TimeSpan> ahead)
    {
        _ahead = ahead;
        Reference = reference;
        Notes =
        [
            .. ahead.Where(one => one.Value.Duration() > Noise).OrderBy(one => one.Key.ToString(), StringComparer.Ordinal).Select(one =>
                Message.Of($"{Hole.Plain(one.Key.IsUtc ? "the clock of" : "local time of")} {Name(one.Key)} is {Hole.Plain(Text(one.Value.Duration()))} {Hole.Plain(one.Value > TimeSpan.Zero ? "ahead of" : "behind")} {Hole.Plain(one.Key.IsUtc == reference!.IsUtc ? "that of" : reference.IsUtc ? "the UTC times of" : "local time of")} {Name(reference)}; attempts are joined accordingly")),
        ];
    }

    /// <summary>The clock that the others are measured against; null when no two clocks could be compared.</summary>
    public Clock? Reference { get; }

    /// <summary>How far each clock is ahead of the reference; only those that could be compared.</summary>
    public IReadOnlyDictionary<Clock, TimeSpan> Ahead => _ahead;

    /// <summary>Sentences on the offsets that were worked out, for the report.</summary>
    public ImmutableArray<Message> Notes { get; }

    public static ClockOffsets Solve(ImmutableArray<Observation> observations)
    {
        var differences = ClockComparison.Compare(observations);
        if (differences.IsEmpty)
            return new(null, FrozenDictionary<Clock, TimeSpan>.Empty);

        var reference = differences.SelectMany(one => new[] { one.Left, one.Right })
            .OrderByDescending(clock => clock.IsUtc).ThenBy(clock => clock.Host.Role).ThenBy(clock => clock.ToString(), StringComparer.Ordinal).First();
        return new(reference, Spread(reference, differences));
    }

    /// <summary>The instant on the reference clock; null for an unknown time.</summary>
    public DateTimeOffset? Instant(When? at)
    {
        if (at is null)
            return null;
        return _ahead.Count > 0 && _ahead.TryGetValue(Clock.Of(at), out var ahead) ? at.InstantOrWall - ahead : at.InstantOrWall;
    }

    /// <summary>Walks from the reference along the best supported comparisons.</summary>
    private static FrozenDictionary<Clock, TimeSpan> Spread(Clock reference, ImmutableArray<ClockDifference> differences)
    {
        var ahead = new Dictionary<Clock, TimeSpan> { [reference] = TimeSpan.Zero };
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var one in differences.OrderByDescending(difference => difference.Support))
            {
                if (Leads(one.Left, one.Right) && ahead.TryGetValue(one.Left, out var left) && ahead.TryAdd(one.Right, left + one.RightAhead))
                    grown = true;
                else if (Leads(one.Right, one.Left) && ahead.TryGetValue(one.Right, out var right) && ahead.TryAdd(one.Left, right - one.RightAhead))
                    grown = true;
            }
        }

        return ahead.ToFrozenDictionary();
    }

    /// <summary>A clock that tells UTC is corrected by another that does, not by local time, whose zone is only guessed.</summary>
    private static bool Leads(Clock from, Clock to) => from.IsUtc || !to.IsUtc;

    private static Hole Name(Clock clock) => clock.Host.Name is { } name ? Hole.Host(name) : Hole.Plain(clock.ToString());

    /// <summary>To five seconds: what is between two sightings is partly how long things take.</summary>
    private static string Text(TimeSpan exact) => Spoken(TimeSpan.FromSeconds(Math.Round(exact.TotalSeconds / 5) * 5));

    private static string Spoken(TimeSpan span) => span.TotalHours >= 1
        ? span.Minutes == 0 && span.Seconds == 0 ? $"{(int)span.TotalHours} h" : $"{(int)span.TotalHours} h {span.Minutes} min"
        : span.Seconds == 0 ? $"{span.Minutes} min" : $"{span.Minutes} min {span.Seconds} s";
}
