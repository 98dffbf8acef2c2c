using System.Diagnostics;
using Aovpn.Bench.Running;

namespace Aovpn.Bench.Nps;

/// <summary>What a child process of the bench does: one contender's work.</summary>
internal static class Workers
{
    public static int Run(string name, string file, int threads)
    {
        var clock = Stopwatch.StartNew();
        ToldTimes.Write(name switch
        {
            "aovpn" => OurCount.Answer(file, threads),
            "read" => PageCacheRead.Answer(file, threads),
            "duckdb" => DuckDbCount.Answer(file, threads),
            "sylvan" => SylvanCount.Answer(file),
            "xmlreader" => XmlReaderCount.Answer(file),
            _ => throw new ArgumentException($"no worker {name}", nameof(name)),
        }, clock);
        return 0;
    }
}
