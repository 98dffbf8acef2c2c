// dotnet run dev.cs -- bench [--quick] [--only NAME] [--rounds N] [--size MIB] [--folder DIR]: measures the product beside its peers.
using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Bench.Connect;
using Aovpn.Bench.Evtx;
using Aovpn.Bench.Folder;
using Aovpn.Bench.Nps;
using Aovpn.Bench.Running;
using Aovpn.Bench.Scan;

if (args is ["worker", var name, var file, var threads])
    return Workers.Run(name, file, int.Parse(threads, CultureInfo.InvariantCulture));

if (args is ["corpus"])
    return CorpusTable.Run();

ImmutableArray<string> self = [Environment.ProcessPath!, "worker"];
ImmutableArray<IBenchSuite> suites = [new EvtxSuite(), new FolderSuite(), new NpsSuite(worker => [.. self, worker]), new ScanSuite(), new ConnectSuite()];

var quick = args.Contains("--quick");
var settings = new BenchSettings(
    quick, int.Parse(Option("--rounds") ?? (quick ? "3" : "5"), CultureInfo.InvariantCulture), Path.GetFullPath(Option("--folder") ?? Path.Combine(Path.GetTempPath(), "aovpn-bench")),
    Path.GetFullPath(Option("--program") ?? "artifacts/publish/linux-x64/aovpn"), Path.GetFullPath(Option("--published") ?? "artifacts/bench/Aovpn.Bench.Published"), Option("--compiled-for") ?? "any x86-64",
    int.Parse(Option("--size") ?? (quick ? "128" : "1024"), CultureInfo.InvariantCulture));
Directory.CreateDirectory(settings.Folder);

var chosen = suites.Where(suite => Option("--only") is not { } only || suite.Name == only).ToArray();
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"bench: no suite of that name; there are {string.Join(", ", suites.Select(suite => suite.Name))}");
    return 64;
}

foreach (var suite in chosen)
{
    var machine = Machine.Describe(settings);
    List<string> report = [];
    foreach (var comparison in suite.Comparisons(settings))
    {
        var run = new ComparisonRun(comparison, settings.Rounds);
        run.Run();
        report.AddRange(run.Report());
    }

    PerformancePage.Write(suite, machine, report);
}

return 0;

string? Option(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
