using System.Diagnostics;
using System.Globalization;
using Aovpn.Bench.Running;

namespace Aovpn.Bench.Nps;

/// <summary>What a child process of the bench does: one contender's work, its answer on standard output, its time on standard error.</summary>
internal static class Workers
{
    public static int Run(string name, string file, int threads)
    {
        var clock = Stopwatch.StartNew();
        Console.Write(name switch
        {
            "aovpn" => OurCount.Answer(file, threads),
            "read" => PageCacheRead.Answer(file, threads),
            "duckdb" => DuckDbCount.Answer(file, threads),
            "sylvan" => SylvanCount.Answer(file),
            "xmlreader" => XmlReaderCount.Answer(file),
            _ => throw new ArgumentException($"no worker {name}", nameof(name)),
        });
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ChildProcess.SecondsPrefix}{clock.Elapsed.TotalSeconds}"));
        using var self = Process.GetCurrentProcess();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ChildProcess.PeakPrefix}{self.PeakWorkingSet64}"));
        return 0;
    }

    public static string Reasons(IEnumerable<KeyValuePair<int, long>> counts) =>
        string.Concat(counts.OrderBy(one => one.Key).Select(one => string.Create(CultureInfo.InvariantCulture, $"reason {one.Key} {one.Value}\n")));
}
