using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>One way in which one host writes times. A host's event log in UTC and its text log in local time are two clocks.</summary>
/// <param name="Host">Whose clock.</param>
/// <param name="IsUtc">The offset from UTC is written beside the time.</param>
public sealed record Clock(Host Host, bool IsUtc)
{
    public static Clock Of(When at) => new(at.Clock, at.Offset is not null);

    public override string ToString() => IsUtc ? $"{Host}" : $"{Host} (local time)";
}
