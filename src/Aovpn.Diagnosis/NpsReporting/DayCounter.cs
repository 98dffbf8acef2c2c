using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Counts outcomes by day; days beyond <see cref="MostDays"/> are damage and not counted.</summary>
internal sealed class DayCounter
{
    private const int MostDays = 4_000;

    private readonly SortedDictionary<DateOnly, (long Accepted, long Refused)> _days = [];

    public void Add(DateTime? time, RadiusOutcome outcome)
    {
        if (time is not { } known || outcome is not (RadiusOutcome.Accepted or RadiusOutcome.Rejected or RadiusOutcome.Discarded))
            return;
        var day = DateOnly.FromDateTime(known);
        if (!_days.TryGetValue(day, out var counted) && _days.Count >= MostDays)
            return;
        _days[day] = outcome is RadiusOutcome.Accepted ? (counted.Accepted + 1, counted.Refused) : (counted.Accepted, counted.Refused + 1);
    }

    public ImmutableArray<NpsDay> All() => [.. _days.Select(day => new NpsDay(day.Key, day.Value.Accepted, day.Value.Refused))];
}
