using System.Globalization;
using System.IO.Compression;
using System.Text;
using Aovpn.Codecs.Evtx;
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
            var theirs = Unpacked(golden);
            if (theirs.IndexOf("<Event", StringComparison.Ordinal) is var first && first < 0)
                continue;
            var output = new MemoryStream();
            Export(Path.Combine(folder, file), output);
            var ours = FlatEvent.All(Encoding.UTF8.GetString(output.ToArray())).DistinctBy(Key).ToDictionary(Key);
            foreach (var expected in FlatEvent.All(Legal(theirs[first..])))
            {
                records++;
                if (!ours.TryGetValue(Key(expected), out var read))
                    different.Add($"{file} {Key(expected)}: not read");
                else if (!read.SequenceEqual(expected) && Difference(read, expected) is { } difference)
                    different.Add($"{file} {Key(expected)}: {difference}");
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
            var ours = FlatEvent.All(Encoding.UTF8.GetString(output.ToArray())).DistinctBy(Key).ToDictionary(Key);
            foreach (var expected in FlatEvent.All(Legal(Unpacked(golden))))
            {
                // The decoder writes attributes without value, which are left out, and repeats no element for an array.
                var key = Key(expected);
                if (!ours.TryGetValue(key, out var read))
                    different.Add($"{file} {key}: not read");
                else if (!Known(read).SequenceEqual(Known(expected)))
                    different.Add($"{file} {key}: {Known(read).Except(Known(expected)).FirstOrDefault()} | {Known(expected).Except(Known(read)).FirstOrDefault()}");
            }
        }

        Assert.True(different.Count == 0, $"{different.Count}:\n{string.Join('\n', different.Take(20))}");

        static IEnumerable<string> Known(List<string> values) => values.Where(value => !value.EndsWith('='));
    }

    /// <summary>
    /// Three differences are libevtx's: it writes text that looks like mark-up without escapes, so that its XML has elements where the event has
    /// text; it writes floating point numbers with six decimals; it takes the bits of negative numbers for a sign and a size (-1 is -2147483647).
    /// </summary>
    private static string? Difference(List<string> ours, List<string> theirs)
    {
        for (var at = 0; at < Math.Min(ours.Count, theirs.Count); at++)
        {
            var (one, other) = (ours[at], theirs[at]);
            if (one == other)
                continue;
            var mine = one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (mine.StartsWith('<') && mine.EndsWith('>'))
                return null;
            var his = other[(other.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (his.Contains("e+", StringComparison.Ordinal) && double.TryParse(mine, CultureInfo.InvariantCulture, out var left)
                && double.TryParse(his, CultureInfo.InvariantCulture, out var right) && Math.Abs(left - right) <= Math.Abs(left) * 1e-6)
            {
                continue;
            }

            if (mine.StartsWith('-') && int.TryParse(mine, CultureInfo.InvariantCulture, out var negative) && his == FormattableString.Invariant($"-{negative & int.MaxValue}"))
                continue;
            return $"{one} | {other}";
        }

        return ours.Count == theirs.Count ? null : $"{ours.Count} values | {theirs.Count}";
    }

    private static string Key(List<string> values) => $"{FlatEvent.Of(values, "Event/System/EventRecordID")} {FlatEvent.Of(values, "Event/System/TimeCreated@SystemTime")}";

    /// <summary>libevtx writes characters that XML forbids.</summary>
    private static string Legal(string xml) => string.Create(xml.Length, xml, static (legal, xml) =>
    {
        for (var at = 0; at < legal.Length; at++)
            legal[at] = xml[at] is < ' ' and not ('\t' or '\n' or '\r') ? (char)(0x2400 + xml[at]) : xml[at] is '\uFFFE' or '\uFFFF' ? '\uFFFD' : xml[at];
    });

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
