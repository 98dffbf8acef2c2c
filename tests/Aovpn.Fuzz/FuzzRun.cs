using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Aovpn.Fuzz;

/// <summary>Fuzzes targets in processes of their own, two at a time, and prints what came of it.</summary>
internal sealed class FuzzRun(FuzzOptions options, string artifacts)
{
    private const int Processes = 2;

    public async Task<int> RunAsync()
    {
        var targets = FuzzTargets.All.Where(target => options.Target == "all" || target.Name == options.Target).ToArray();
        if (targets.Length == 0)
        {
            Console.Error.WriteLine($"fuzz: no target {options.Target}; there are {string.Join(", ", FuzzTargets.All.Select(target => target.Name))}");
            return 64;
        }

        var program = Instrumentation.CopyTo(Path.Combine(artifacts, "bin"));
        var reports = new FuzzReport[targets.Length];
        await Parallel.ForAsync(0, targets.Length, new ParallelOptions { MaxDegreeOfParallelism = Processes }, async (at, cancel) => reports[at] = await OneAsync(program, targets[at], cancel));

        Console.WriteLine(FuzzReport.Heading);
        foreach (var report in reports)
            Console.WriteLine(report.Row);
        var isGood = reports.All(report => report.IsClean && (options.IsQuick || (report.IsFlat && report.PastHeader >= options.Executions)));
        if (!isGood)
            Console.Error.WriteLine($"fuzz: not good; inputs are in {artifacts}. What was mended goes to tests/samples/fuzz/TARGET.");
        return isGood ? 0 : 1;
    }

    /// <summary>In the worker: fuzzes, and prints its report as one line of JSON.</summary>
    public int Work()
    {
        // Making a target may run instrumented code already, which counts into the map.
        _ = new CoverageMap();
        var target = FuzzTargets.All.Single(target => target.Name == options.Target);
        Console.Out.WriteLine(JsonSerializer.Serialize(new FuzzLoop(target, options, FolderOf(target)).Run()));
        return 0;
    }

    private async Task<FuzzReport> OneAsync(string program, IFuzzTarget target, CancellationToken cancel)
    {
        var folder = FolderOf(target);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        string[] arguments =
        [
            program, "--worker", artifacts, target.Name, "--executions", options.Executions.ToString(CultureInfo.InvariantCulture), "--seed", options.Seed.ToString(CultureInfo.InvariantCulture), .. options.IsQuick ? ["--quick"] : Array.Empty<string>(),
        ];
        using var worker = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await worker.StandardOutput.ReadToEndAsync(cancel);
        await worker.WaitForExitAsync(cancel);
        if (worker.ExitCode == 0)
            return Retimed(target, folder, JsonSerializer.Deserialize<FuzzReport>(output)!);

        // A hang, a stack overflow, no memory: the process is gone, and the input that ended it is still there.
        var isHang = worker.ExitCode == FuzzLoop.HangStatus;
        var file = Path.Combine(folder, isHang ? "hang" : "crash-of-process");
        await File.WriteAllBytesAsync(file, CurrentInput.ReadFrom(folder), cancel);
        await Console.Error.WriteLineAsync($"{target.Name}: the process ended with {worker.ExitCode}: {file}");
        return new(target.Name, 1, 0, [0, 0, 0, 0], 0, isHang ? 0 : 1, isHang ? 1 : 0, 0, 0, 0, 1);
    }

    /// <summary>
    /// Counting edges slows the code many times: an input that was slow in the worker is timed again here, where nothing is counted. Files of
    /// those that were not slow after all go.
    /// </summary>
    private static FuzzReport Retimed(IFuzzTarget target, string folder, FuzzReport report)
    {
        if (report.Slow == 0)
            return report;
        var slowest = 0.0;
        var slow = 0;
        foreach (var file in Directory.EnumerateFiles(folder, FuzzLoop.SlowPrefix + "*").Order(StringComparer.Ordinal).ToArray())
        {
            var input = File.ReadAllBytes(file);
            var best = FuzzLoop.BestPerMegabyte(target, input);
            slowest = Math.Max(slowest, best);
            if (best > FuzzLoop.SlowPerMegabyte)
                slow++;
            else
                File.Delete(file);
        }

        return report with { Slow = slow, SlowestPerMegabyte = slowest };
    }

    private string FolderOf(IFuzzTarget target) => Path.Combine(artifacts, target.Name);
}
