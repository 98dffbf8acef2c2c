namespace Aovpn.Diagnosis.Correlation;

/// <summary>Two clocks compared over attempts that both saw.</summary>
/// <param name="RightAhead">How much later the right clock dates the same moment.</param>
/// <param name="Support">Attempts that agree on it.</param>
public sealed record ClockDifference(Clock Left, Clock Right, TimeSpan RightAhead, int Support);
