using System.Diagnostics;
using System.Globalization;

namespace Aovpn.Bench.Running;

/// <summary>What a contender that is ours to write says: its answer on standard output, its time and memory on standard error.</summary>
internal static class ToldTimes
{
    /// <summary>Before the seconds that a program took by its own clock.</summary>
    public const string SecondsPrefix = "in-process-seconds ";

    /// <summary>Before the most bytes that a program had in memory.</summary>
    public const string PeakPrefix = "peak-bytes ";

    /// <param name="clock">Started before the work.</param>
    public static void Write(string answer, Stopwatch clock)
    {
        var seconds = clock.Elapsed.TotalSeconds;
        Console.Out.Write(answer);
        using var self = Process.GetCurrentProcess();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SecondsPrefix}{seconds}\n{PeakPrefix}{self.PeakWorkingSet64}"));
    }
}
