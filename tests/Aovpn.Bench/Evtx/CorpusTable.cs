using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aovpn.Codecs.Evtx;
using Aovpn.Generators.Evtx;

namespace Aovpn.Bench.Evtx;

/// <summary>
/// <c>dev.cs corpus</c>: every event log of the corpus against what other programs read in it, record by record, and the time that each takes in
/// process for a MB of its records, best of five.
/// </summary>
internal static class CorpusTable
{
    private const int Repeats = 5;

    /// <summary>No file may take more than this many times the median.</summary>
    private const double SlowestAllowed = 10;

    public static int Run()
    {
        if (SharedCorpus.Folder is not { } folder)
        {
            Console.Error.WriteLine("corpus: the shared material is not here: set AOVPN_SHARED to its folder");
            return 64;
        }

        var counts = File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => Math.Max(Number(row[5]), Number(row[7])));
        // Compiled code is measured, not its compilation.
        foreach (var log in SharedCorpus.Logs)
            Time(File.ReadAllBytes(log));
        CorpusRow[] rows = [.. SharedCorpus.Logs.Select(log => Read(log, counts.GetValueOrDefault(Path.GetFileName(log))))];
        var median = Median(rows.Where(row => row.RecordBytes > 0).Select(row => row.SecondsPerMegabyte));
        Write(rows, median);
        var isGood = rows.All(row => row.Records >= row.Best && row.Unexplained == 0 && (row.RecordBytes == 0 || row.SecondsPerMegabyte <= median * SlowestAllowed));
        return isGood ? 0 : 1;
    }

    private static CorpusRow Read(string log, int counted)
    {
        var bytes = File.ReadAllBytes(log);
        var libevtx = SharedCorpus.Golden(log, "golden_libevtx_xml", ".libevtx.xml.gz") is { } golden ? LibevtxReading.Events(golden).ToArray() : null;
        var decoder = SharedCorpus.Golden(log, "golden_decoder_xml", ".helper.xml.gz");
        var best = Math.Max(counted, decoder is null ? 0 : decoder.Split("<!-- record ").Length - 1);

        var output = new MemoryStream();
        var losses = 0;
        var export = new EvtxExport(EvtxFilter.All, EvtxForm.Xml);
        export.Write(new MemoryStream(bytes), output, _ => losses++);
        var recordBytes = EvtxFile.Read(new MemoryStream(bytes)).Sum(record => (long)record.Length);
        var ours = FlatEvent.All(Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length)).DistinctBy(LibevtxReading.Key).ToDictionary(LibevtxReading.Key);
        var row = new CorpusRow(Path.GetFileName(log), bytes.Length, recordBytes, (int)export.Records, best, losses) { Seconds = Time(bytes) };
        if (libevtx is not null)
            row.CompareWith("libevtx", libevtx, ours, LibevtxReading.Difference);
        if (decoder is not null)
            row.CompareWith("decoder", FlatEvent.All(LibevtxReading.Legal(decoder)), ours, CorpusRow.DecoderDifference);
        return row;
    }

    private static double Time(byte[] bytes)
    {
        var best = double.MaxValue;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var began = Stopwatch.GetTimestamp();
            new EvtxExport(EvtxFilter.All, EvtxForm.Xml).Write(new MemoryStream(bytes), Stream.Null, static _ => { });
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return best;
    }

    private static void Write(CorpusRow[] rows, double median)
    {
        Console.WriteLine("| file | MB | records | best of others | losses told | compared | equal | fault of the other | unexplained | ms per MB of records | times the median |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var row in rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.File} | {row.Bytes / 1e6:F2} | {row.Records} | {row.Best} | {row.Losses} | {row.Compared} | {row.Equal} | {row.Explained.Count} | {row.Unexplained} | {row.SecondsPerMegabyte * 1e3:F2} | {row.SecondsPerMegabyte / median:F1} |"));
        }

        Console.WriteLine("\nEvery record that is not equal:\n");
        foreach (var row in rows)
        {
            foreach (var (record, what) in row.Explained.Concat(row.Differences))
                Console.WriteLine($"- {row.File}, record {record}: {what}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{rows.Length} files, {rows.Sum(row => row.Records)} records; fewer than another program in {rows.Count(row => row.Records < row.Best)} files, more in {rows.Count(row => row.Records > row.Best)}; "
            + $"{rows.Sum(row => row.Compared)} records compared, {rows.Sum(row => row.Equal)} equal, {rows.Sum(row => row.Explained.Count)} differ by a fault of the other, {rows.Sum(row => row.Unexplained)} unexplained; "
            + $"median {median * 1e3:F2} ms per MB of records, slowest {rows.Where(row => row.RecordBytes > 0).Max(row => row.SecondsPerMegabyte) / median:F1} times that."));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static int Number(string counts) => int.TryParse(counts.Split('+', '/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>One log of the corpus.</summary>
    /// <param name="RecordBytes">Bytes of the records that were read.</param>
    /// <param name="Best">Most records that another program read.</param>
    private sealed record CorpusRow(string File, long Bytes, long RecordBytes, int Records, int Best, int Losses)
    {
        public required double Seconds { get; init; }

        public double SecondsPerMegabyte => Seconds * 1e6 / RecordBytes;

        public int Compared { get; private set; }

        public int Equal { get; private set; }

        /// <summary>Records that differ, and which known fault of the other program does it.</summary>
        public List<(string Record, string What)> Explained { get; } = [];

        public List<(string Record, string What)> Differences { get; } = [];

        public int Unexplained => Differences.Count;

        public delegate string? Judge(List<string> ours, List<string> theirs, out IReadOnlyCollection<string> known);

        public void CompareWith(string program, IEnumerable<List<string>> events, Dictionary<string, List<string>> ours, Judge judge)
        {
            foreach (var theirs in events)
            {
                Compared++;
                var key = LibevtxReading.Key(theirs);
                if (!ours.TryGetValue(key, out var read))
                    Differences.Add((key, $"{program} has it, we have not"));
                else if (judge(read, theirs, out var known) is { } difference)
                    Differences.Add((key, $"{program}: {difference}"));
                else if (known.Count > 0)
                    Explained.Add((key, string.Join("; ", known)));
                else
                    Equal++;
            }
        }

        /// <summary>The decoder writes attributes without value, which Windows leaves out.</summary>
        public static string? DecoderDifference(List<string> ours, List<string> theirs, out IReadOnlyCollection<string> known)
        {
            known = [];
            var (mine, his) = (PythonReading.Valued(ours), PythonReading.Valued(theirs));
            return mine.SequenceEqual(his) ? null : $"{mine.Except(his).FirstOrDefault()} | {his.Except(mine).FirstOrDefault()}";
        }
    }
}
