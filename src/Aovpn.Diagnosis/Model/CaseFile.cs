using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;

namespace Aovpn.Diagnosis.Model;

/// <summary>All observations of a run, and what follows from them by computation, worked out once when first asked for.</summary>
public sealed class CaseFile
{
    private readonly Lazy<ClockOffsets> _clocks;
    private readonly Lazy<ImmutableArray<ConnectionAttempt>> _attempts;
    private readonly Lazy<FrozenSet<Type>> _kinds;
    private readonly ConcurrentDictionary<Type, Array> _byKind = [];
    private readonly ConcurrentDictionary<Delegate, object> _derived = [];

    /// <param name="asOf">The time for which validity is judged (<see cref="Judgement.AsOf"/>).</param>
    public CaseFile(ImmutableArray<Observation> observations, DateTimeOffset asOf)
    {
        Observations = observations;
        AsOf = asOf;
        _clocks = new(() => ClockOffsets.Solve(Observations));
        _attempts = new(() => ConnectionAttempts.Join(Observations, Clocks));
        _kinds = new(() => Observations.Select(seen => seen.GetType()).ToFrozenSet());
    }

    public ImmutableArray<Observation> Observations { get; }

    public DateTimeOffset AsOf { get; }

    public ClockOffsets Clocks => _clocks.Value;

    /// <summary>Observations of client, gateway and NPS joined into attempts, oldest first.</summary>
    public ImmutableArray<ConnectionAttempt> Attempts => _attempts.Value;

    /// <summary>Observations of one kind, in order. There are hundreds of rules: each kind is looked for once.</summary>
    public IReadOnlyList<T> All<T>()
        where T : Observation => (T[])_byKind.GetOrAdd(typeof(T), static (kind, file) => file._kinds.Value.Any(kind.IsAssignableFrom) ? file.Observations.OfType<T>().ToArray() : Array.Empty<T>(), this);

    public IEnumerable<T> All<T>(HostRole about)
        where T : Observation => All<T>().Where(seen => seen.About.Role == about);

    /// <summary>What follows from the case by a computation that many judgements share: worked out when first asked for.</summary>
    /// <param name="compute">A static method: it is the name under which the result is kept.</param>
    public T Derived<T>(Func<CaseFile, T> compute)
        where T : class => (T)_derived.GetOrAdd(compute, static (_, of) => of.compute(of.file), (compute, file: this));

    /// <summary>The same observations judged for another time.</summary>
    public CaseFile JudgedAt(DateTimeOffset asOf) => new(Observations, asOf);
}
