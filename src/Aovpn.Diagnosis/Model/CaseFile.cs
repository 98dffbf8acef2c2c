using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;

namespace Aovpn.Diagnosis.Model;

/// <summary>All observations of a run, and what follows from them by computation, worked out once when first asked for.</summary>
public sealed class CaseFile
{
    private readonly Lazy<ClockOffsets> _clocks;
    private readonly Lazy<ImmutableArray<ConnectionAttempt>> _attempts;

    /// <param name="asOf">The time for which validity is judged (<see cref="Judgement.AsOf"/>).</param>
    public CaseFile(ImmutableArray<Observation> observations, DateTimeOffset asOf)
    {
        Observations = observations;
        AsOf = asOf;
        _clocks = new(() => ClockOffsets.Solve(Observations));
        _attempts = new(() => ConnectionAttempts.Join(Observations, Clocks));
    }

    public ImmutableArray<Observation> Observations { get; }

    public DateTimeOffset AsOf { get; }

    public ClockOffsets Clocks => _clocks.Value;

    /// <summary>Observations of client, gateway and NPS joined into attempts, oldest first.</summary>
    public ImmutableArray<ConnectionAttempt> Attempts => _attempts.Value;

    public IEnumerable<T> All<T>()
        where T : Observation => Observations.OfType<T>();

    public IEnumerable<T> All<T>(HostRole about)
        where T : Observation => Observations.OfType<T>().Where(seen => seen.About.Role == about);

    /// <summary>The same observations judged for another time.</summary>
    public CaseFile JudgedAt(DateTimeOffset asOf) => new(Observations, asOf);
}
