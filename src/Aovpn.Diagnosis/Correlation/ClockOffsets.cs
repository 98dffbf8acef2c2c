using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>How far each host's clock is from the others, solved from events that two hosts saw.</summary>
public sealed class ClockOffsets
{
    /// <summary>Sentences on the offsets that were worked out, for the report.</summary>
    public ImmutableArray<Message> Notes { get; private init; } = [];

    public static ClockOffsets Solve(ImmutableArray<Observation> observations) => new();

    /// <summary>The instant on the common clock; null for an unknown time.</summary>
    public DateTimeOffset? Instant(When? at) => at is null ? null : at.Instant ?? new DateTimeOffset(at.Wall, TimeSpan.Zero);
}
