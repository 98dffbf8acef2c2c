using System.Globalization;

namespace Aovpn.Diagnosis.Model;

/// <summary>
/// A time as a machine wrote it: what its clock showed, the offset from UTC if the evidence names one, and whose clock it
/// was. Logs in local time keep wall time; <see cref="Correlation.ClockOffsets"/> works the offset out where it can.
/// </summary>
/// <param name="Wall">Date and time as written; its Kind is Unspecified.</param>
/// <param name="Offset">Offset of <paramref name="Wall"/> from UTC; null when the evidence does not say.</param>
/// <param name="Clock">The host whose clock it was.</param>
public sealed record When(DateTime Wall, TimeSpan? Offset, Host Clock)
{
    /// <summary>The instant, by the clock that wrote it; null when the offset is unknown.</summary>
    public DateTimeOffset? Instant => Offset is { } offset ? new DateTimeOffset(Wall, offset) : null;

    /// <summary>For comparing: the instant, or the wall time taken as UTC where nothing says better.</summary>
    public DateTimeOffset InstantOrWall => Instant ?? new DateTimeOffset(Wall, TimeSpan.Zero);

    public static When Utc(DateTimeOffset instant, Host clock) =>
        new(DateTime.SpecifyKind(instant.UtcDateTime, DateTimeKind.Unspecified), TimeSpan.Zero, clock);

    public static When Local(DateTime wall, Host clock) => new(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), null, clock);

    public override string ToString() => Offset is { } offset
        ? new DateTimeOffset(Wall, offset).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : Wall.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
