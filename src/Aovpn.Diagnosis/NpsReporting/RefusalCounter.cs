using System.Collections.Immutable;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Counts refusals by name, exactly up to <see cref="MostNames"/> names; what comes later is counted without its name.</summary>
internal sealed class RefusalCounter
{
    private const int MostNames = 1_000_000;

    private readonly Dictionary<string, Counted> _byName = new(StringComparer.OrdinalIgnoreCase);
    private long _total;

    public void Add(string? name, DateTime? time)
    {
        _total++;
        name ??= "";
        if (!_byName.TryGetValue(name, out var counted))
        {
            if (_byName.Count >= MostNames)
                return;
            _byName.Add(name, counted = new());
        }

        counted.Count++;
        counted.Seen.Add(time);
    }

    public RefusalTable Table(int most)
    {
        ImmutableArray<RefusalTally> rows =
        [
            .. _byName.OrderByDescending(one => one.Value.Count).ThenBy(one => one.Key, StringComparer.OrdinalIgnoreCase).Take(most)
                .Select(one => new RefusalTally(one.Key.Length == 0 ? null : one.Key, one.Value.Count, one.Value.Seen.First, one.Value.Seen.Last)),
        ];
        return new(rows, _byName.Count, _total - rows.Sum(row => row.Count));
    }

    private sealed class Counted
    {
        public long Count { get; set; }

        public SeenRange Seen { get; } = new();
    }
}
