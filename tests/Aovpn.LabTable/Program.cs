// The lab's table: every fault, with every method, as a stranger and with credentials, against tests/lab/CAUSES.tsv.
//
//   dotnet run --project tests/Aovpn.LabTable -- AOVPN [--third N] [--fault NAME]... [--method NAME]... [--folder FOLDER]
//   dotnet run --project tests/Aovpn.LabTable -- AOVPN --keys       keys equal to the VPN server's, in each of its suites
//
// AOVPN is the program to test: a published binary or aovpn.dll. Needs root, or a machine that gives its users namespaces, and `lab install` once.
using System.Globalization;
using System.Runtime.CompilerServices;
using Aovpn.LabTable;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: AOVPN [--third N] [--fault NAME]... [--method NAME]... [--folder FOLDER]");
    return 64;
}

string[] Named(string option) => [.. args.Select((word, i) => (word, i)).Where(one => one.word == option && one.i + 1 < args.Length).Select(one => args[one.i + 1])];
var home = Path.Combine(Here(), "..", "lab");
var folder = Named("--folder").FirstOrDefault() ?? Directory.CreateTempSubdirectory("aovpn-lab").FullName;
var third = Named("--third").Select(text => int.Parse(text, CultureInfo.InvariantCulture)).FirstOrDefault(-1);
var faults = Named("--fault");
var methods = Named("--method") is { Length: > 0 } some ? some : Expectation.Methods;

var rows = Expectation.Read(Path.Combine(home, "CAUSES.tsv"))
    .Where(row => methods.Contains(row.Method) && (faults.Length == 0 || faults.Contains(row.Fault)))
    .GroupBy(row => row.Fault)
    .Where((_, i) => third < 0 || i % 3 == third % 3)
    .ToArray();

var lab = new Lab(Path.Combine(home, "lab"), folder);
lab.Up();
var (right, wrong) = (0, 0);
try
{
    if (args.Contains("--keys"))
        return new KeyCheck(args[0], lab, folder).Run() == 0 ? 0 : 1;

    var probe = new ProbeCall(args[0], lab, folder);
    foreach (var fault in rows)
    {
        var name = fault.Key switch { "healthy" => null, "loss" => "loss=5", "latency" => "latency=40", _ => fault.Key };
        if (name is null)
            lab.Heal();
        else if (!lab.Only([name]))
            Console.WriteLine($"{fault.Key}\t-\t-\tWRONG\tthe lab cannot inject it");

        foreach (var row in fault)
        {
            foreach (var vantage in new[] { 0, 1 })
            {
                var (first, status, trouble) = probe.Run(row.Fault, row.Method, withCredentials: vantage == 1);
                var problem = trouble is null ? row.Judge(vantage, first) : $"status {status}: {trouble}";
                if (problem is null)
                    right++;
                else
                    wrong++;

                var seen = first is { } one ? $"{one.Verdict} {one.Id}" : "nothing";
                Console.WriteLine($"{row.Fault}\t{row.Method}\t{(vantage == 0 ? "stranger" : "credentials")}\t{(problem is null ? "right" : "WRONG")}\t{problem ?? seen}");
            }
        }
    }
}
finally
{
    lab.Down();
}

Console.WriteLine($"{right} right, {wrong} wrong; transcripts in {folder}");
return wrong == 0 ? 0 : 1;

static string Here([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
