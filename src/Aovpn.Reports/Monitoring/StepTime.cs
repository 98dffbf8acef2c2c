namespace Aovpn.Reports.Monitoring;

/// <param name="Step">name, ping, reach, suite, connect ...</param>
/// <param name="Seconds">From its begin to its end.</param>
public sealed record StepTime(string Step, double Seconds);
