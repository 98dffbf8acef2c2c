// The lab's table: every fault, with every method, as a stranger, with credentials, and with credentials and the servers' logs, against
// tests/lab/CAUSES.tsv; and sixty pairs of faults.
//
//   dotnet run --project tests/Aovpn.LabTable -- AOVPN                      all of it, about ten minutes; --page docs/lab.md writes the page
//   dotnet run --project tests/Aovpn.LabTable -- AOVPN --third today        the third that is this day's turn
//   dotnet run --project tests/Aovpn.LabTable -- AOVPN --keys               keys equal to the VPN server's, in each of its suites
//   dotnet run --project tests/Aovpn.LabTable -- AOVPN --checks             other peers and other users: Checks/
//
// AOVPN is the program to test: a published binary or aovpn.dll. Needs root, or a machine that gives its users namespaces, and `lab install` once.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Aovpn.LabTable;
using Aovpn.LabTable.Checks;

var home = Path.Combine(Here(), "..", "lab");
if (Options.Of(args, home) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 64;
}

const int PairCount = 60;
var rows = Expectation.Read(Path.Combine(home, "CAUSES.tsv")).ToArray();
if (options.Faults.Except(rows.Select(row => row.Fault)).Concat(options.Methods.Except(Expectation.Methods)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"{unknown} is no fault of CAUSES.tsv and no method ({string.Join(", ", Expectation.Methods)})");
    return 64;
}

var faults = rows.GroupBy(row => row.Fault).Where((fault, i) => options.Takes(i) && (options.Faults is [] || options.Faults.Contains(fault.Key)))
    .Select(fault => (Name: fault.Key, Rows: fault.Where(row => options.Methods.Contains(row.Method)).ToArray())).Where(fault => !options.Pairs && fault.Rows.Length > 0).ToArray();
var drawn = Pair.Draw(rows, FaultFile.Knobs(Path.Combine(home, "lib", "faults.sh")), PairCount);
if (drawn.Length != PairCount)
    throw new InvalidOperationException($"only {drawn.Length} pairs of faults are compatible, not {PairCount}");
var pairs = options.Faults is [] && options.Methods.Length == Expectation.Methods.Length ? drawn.Where((_, i) => options.Takes(i)).ToArray() : [];

if (Lab.Absent() is { } absent)
{
    var cells = faults.Sum(fault => fault.Rows.Length * Enum.GetValues<Vantage>().Length) + pairs.Length;
    Console.WriteLine($"the lab's table is skipped: {absent}");
    if (options.Checks && options.Results is { } unrun)
        File.WriteAllText(unrun, "0 1 0\n");
    else if (options.Results is { } skipped)
        File.WriteAllText(skipped, $"0 0 {cells}\n");
    return options.Checks || options.Results is null ? 1 : 0;
}

Directory.CreateDirectory(options.Folder);
if (options.Keys || options.Checks)
{
    var lab = new Lab(Path.Combine(home, "lab"), Path.Combine(options.Folder, "lab"));
    lab.Up();
    try
    {
        var (right, wrong) = CheckRun.Of(options.Keys ? options with { CheckNames = ["keys"] } : options, lab);
        Console.WriteLine($"{right} passed, {wrong} failed, 0 skipped");
        if (options.Results is { } counted)
            File.WriteAllText(counted, $"{right} {wrong} 0\n");
        return wrong == 0 && right > 0 ? 0 : 1;
    }
    finally
    {
        lab.Down();
        if (!options.KeepsFolder)
            Directory.Delete(options.Folder, recursive: true);
    }
}

var result = new Results();
var work = new ConcurrentQueue<Action<Trial>>(
[
    .. faults.Select(fault => (Action<Trial>)(trial => result.Add(trial.Fault(fault.Name, fault.Rows)))),
    .. pairs.Select(pair => (Action<Trial>)(trial => result.Add(trial.Pair(pair)))),
]);
var labs = Enumerable.Range(0, options.Labs).Select(i => new Lab(Path.Combine(home, "lab"), Path.Combine(options.Folder, $"lab{i}"))).ToArray();
await Task.WhenAll(labs.Select((lab, i) => Task.Factory.StartNew(() => Work(lab, Path.Combine(options.Folder, $"runs{i}")), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

Console.WriteLine(result.Summary);
if (options.Page is { } page)
    File.WriteAllText(page, new ResultPage(result, faults.Select(fault => fault.Name)).Text);
if (options.Results is { } counts)
    File.WriteAllText(counts, $"{result.Right} {result.Wrong} 0\n");
if (options.KeepsFolder || result.Wrong > 0)
    Console.WriteLine($"transcripts and logs are in {options.Folder}");
else
    Directory.Delete(options.Folder, recursive: true);
return result.IsAccepted ? 0 : 1;

void Work(Lab lab, string folder)
{
    lab.Up();
    try
    {
        var trial = new Trial(lab, new(options.Aovpn, lab, folder), rows);
        while (work.TryDequeue(out var one))
            one(trial);
    }
    finally
    {
        lab.Down();
    }
}

static string Here([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
