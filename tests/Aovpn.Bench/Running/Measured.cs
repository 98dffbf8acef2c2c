namespace Aovpn.Bench.Running;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">Whole process, seconds.</param>
/// <param name="Cpu">User and system time of the process and its children, seconds.</param>
/// <param name="InProcess">The work alone, seconds, as the program told on standard error; null where it told nothing.</param>
/// <param name="Peak">Most resident memory, bytes; null where nothing tells.</param>
internal sealed record Measured(double Wall, double Cpu, double? InProcess, long? Peak)
{
    public double Of(Measure measure) => measure switch
    {
        Measure.Wall => Wall,
        Measure.Cpu => Cpu,
        _ => InProcess ?? Wall,
    };
}
