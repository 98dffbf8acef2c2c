using System.Globalization;
using System.IO.Compression;
using System.Text;
using Aovpn.Codecs.Evtx;
using Aovpn.Generators.Evtx;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Codecs.Evtx;

/// <summary>Every event log of the corpus against what other programs read in it.</summary>
public sealed class EvtxCorpusTests
{
    [Fact]
    public void Every_file_gives_at_least_as_many_records_as_the_best_of_others()
    {
        var folder = SharedFiles.Require("corpus/evtx");
        var fewer = new List<string>();
        foreach (var row in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row[0].EndsWith(".evtx", StringComparison.Ordinal)))
        {
            var best = Math.Max(Number(row[5]), Number(row[7]));
            var decoded = Path.Combine(folder, "golden_decoder_xml", row[0] + ".helper.xml.gz");
            if (File.Exists(decoded))
                best = Math.Max(best, Unpacked(decoded).Split("<!-- record ").Length - 1);
            var export = Export(Path.Combine(folder, row[0]), Stream.Null);
            if (export.Records < best)
                fewer.Add($"{row[0]}: {export.Records} of {best}");
        }

        Assert.Empty(fewer);

        static int Number(string counts) => int.TryParse(counts.Split('+', '/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    [Fact]
    public void Every_record_says_what_libevtx_says()
    {
        var folder = SharedFiles.Require("corpus/evtx");
        var (records, different) = (0, new List<string>());
        foreach (var golden in Directory.EnumerateFiles(Path.Combine(folder, "golden_libevtx_xml"), "*.xml.gz").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(golden).Replace(".libevtx.xml.gz", "", StringComparison.Ordinal);
            var theirs = LibevtxReading.Events(Unpacked(golden)).ToArray();
            if (theirs.Length == 0)
                continue;
            var output = new MemoryStream();
            Export(Path.Combine(folder, file), output);
            var ours = FlatEvent.All(Encoding.UTF8.GetString(output.ToArray())).DistinctBy(LibevtxReading.Key).ToDictionary(LibevtxReading.Key);
            foreach (var expected in theirs)
            {
                records++;
                if (!ours.TryGetValue(LibevtxReading.Key(expected), out var read))
                    different.Add($"{file} {LibevtxReading.Key(expected)}: not read");
                else if (LibevtxReading.Difference(read, expected, out _) is { } difference)
                    different.Add($"{file} {LibevtxReading.Key(expected)}: {difference}");
            }
        }

        Assert.True(different.Count == 0, $"{different.Count} of {records}:\n{string.Join('\n', different.Take(20))}");
        Assert.True(records > 25_000, $"{records} records compared");
    }

    [Fact]
    public void What_defeats_libevtx_says_what_the_decoder_says()
    {
        var folder = SharedFiles.Require("corpus/evtx");
        var different = new List<string>();
        foreach (var golden in Directory.EnumerateFiles(Path.Combine(folder, "golden_decoder_xml"), "*.xml.gz").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(golden).Replace(".helper.xml.gz", "", StringComparison.Ordinal);
            var output = new MemoryStream();
            Export(Path.Combine(folder, file), output);
            var ours = FlatEvent.All(Encoding.UTF8.GetString(output.ToArray())).DistinctBy(LibevtxReading.Key).ToDictionary(LibevtxReading.Key);
            foreach (var expected in FlatEvent.All(LibevtxReading.Legal(Unpacked(golden))))
            {
                // The decoder writes attributes without value, which are left out, and repeats no element for an array.
                var key = LibevtxReading.Key(expected);
                if (!ours.TryGetValue(key, out var read))
                    different.Add($"{file} {key}: not read");
                else if (!Known(read).SequenceEqual(Known(expected)))
                    different.Add($"{file} {key}: {Known(read).Except(Known(expected)).FirstOrDefault()} | {Known(expected).Except(Known(read)).FirstOrDefault()}");
            }
        }

        Assert.True(different.Count == 0, $"{different.Count}:\n{string.Join('\n', different.Take(20))}");

        static IEnumerable<string> Known(List<string> values) => values.Where(value => !value.EndsWith('='));
    }

    private static EvtxExport Export(string file, Stream output)
    {
        using var log = File.OpenRead(file);
        var export = new EvtxExport(EvtxFilter.All, EvtxForm.Xml);
        export.Write(log, output, _ => { }, CancellationToken.None);
        return export;
    }

    private static string Unpacked(string file)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}
