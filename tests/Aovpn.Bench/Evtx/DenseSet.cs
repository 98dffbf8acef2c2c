using Aovpn.Codecs.Evtx;

namespace Aovpn.Bench.Evtx;

/// <summary>The logs of the corpus that are most filled with records, as <c>perf/ANCHORS.md</c> of the shared material has them: the twelve densest of those over 500 kB, seven times each.</summary>
internal static class DenseSet
{
    private const int Files = 12, LeastBytes = 500_000;

    public const int Times = 7;

    /// <summary>Each once; empty without the corpus.</summary>
    public static IReadOnlyList<string> Logs() =>
    [
        .. SharedCorpus.Logs.Where(log => new FileInfo(log).Length > LeastBytes).OrderByDescending(Density).Take(Files).Order(StringComparer.Ordinal),
    ];

    /// <summary>Bytes of records that a byte of the file holds.</summary>
    private static double Density(string log)
    {
        using var stream = File.OpenRead(log);
        return EvtxFile.Read(stream).Sum(record => (double)record.Length) / stream.Length;
    }
}
