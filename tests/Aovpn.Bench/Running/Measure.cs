namespace Aovpn.Bench.Running;

/// <summary>Which of the times of two programs are compared.</summary>
internal enum Measure
{
    /// <summary>Wall time of the whole process.</summary>
    Wall,

    /// <summary>User and system time of the whole process.</summary>
    Cpu,

    /// <summary>Wall time of the work, without the start of the process.</summary>
    InProcess,
}
