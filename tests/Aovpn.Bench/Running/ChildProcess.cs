using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Aovpn.Bench.Running;

/// <summary>Runs a program to its end and measures it.</summary>
internal static partial class ChildProcess
{
    /// <exception cref="InvalidOperationException">The program cannot be started or ends with another status than 0.</exception>
    public static (string Output, Measured Measured) Run(ImmutableArray<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var before = ChildrensCpu();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} cannot be started");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        var cpu = OperatingSystem.IsWindows() ? process.TotalProcessorTime.TotalSeconds : ChildrensCpu() - before;
        var said = error.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)}: status {process.ExitCode}: {said}{output}");
        return (output, new(wall, cpu, Said(said, ToldTimes.SecondsPrefix), (long?)Said(said, ToldTimes.PeakPrefix)));
    }

    private static double? Said(string error, string prefix)
    {
        var line = error.Split('\n').FirstOrDefault(line => line.StartsWith(prefix, StringComparison.Ordinal));
        return line is null ? null : double.Parse(line.AsSpan(prefix.Length), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Seconds that ended children took, user and system.</summary>
    private static double ChildrensCpu()
    {
        if (OperatingSystem.IsWindows())
            return 0;
        const int ChildrenOfThisProcess = -1;
        Span<long> usage = stackalloc long[18];
        if (GetResourceUsage(ChildrenOfThisProcess, ref usage[0]) != 0)
            throw new InvalidOperationException("getrusage fails");
        return usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6;
    }

    /// <param name="usage">struct rusage of a 64-bit Linux: seconds and microseconds of user and of system time first.</param>
    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, ref long usage);
}
