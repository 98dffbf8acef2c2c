using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Bench.Running;
using Aovpn.Codecs.Evtx;
using Aovpn.Generators.Evtx;

namespace Aovpn.Bench.Evtx;

/// <summary>Event logs as XML, all of them and those of one provider, against evtxexport.</summary>
internal sealed class EvtxSuite : IBenchSuite
{
    private const string Ours = "aovpn events", Peer = "evtxexport (libevtx 20181227)", OursFiltered = "aovpn events --provider", PeerFiltered = "evtxexport to grep";
    private const double FullFloor = 15, FullMark = 25, FilterFloor = 80, FilterMark = 150;
    private const int Seed = 20261122;
    private const long ComparedBytes = 16 << 20;

    public string Name => "evtx";

    public string Title => "Event logs";

    public string About => """
        Whole processes, output to /dev/null. Dense: the twelve logs of the public corpus that are most filled with records, seven times each (the
        corpus is not part of the repository; without it this part is left out). Large: one log of a client, its gateway and other services, made by seed
        (`tests/Aovpn.Generators/Evtx`). Before times count the XML of both programs is compared record by record
        (of the large log, its first 16 MiB), and both filters' counts with the truth.
        """;

    public IEnumerable<Comparison> Comparisons(BenchSettings settings)
    {
        var dense = DenseSet.Logs();
        if (dense.Count > 0)
        {
            var files = Enumerable.Repeat(dense, settings.Quick ? 1 : DenseSet.Times).SelectMany(logs => logs).ToImmutableArray();
            foreach (var comparison in Of(settings, "Dense set", files, "Microsoft-Windows-Dhcp-Client", dense))
                yield return comparison;
        }

        var large = settings.File("large.evtx");
        var compared = settings.File("large-beginning.evtx");
        Make(large, settings.InputBytes / 8);
        Make(compared, ComparedBytes);
        foreach (var comparison in Of(settings, "Large log", [large], "RasClient", [compared]))
            yield return comparison;
    }

    private static void Make(string file, long bytes)
    {
        using var output = File.Create(file);
        EventStream.Write(output, bytes, Seed);
    }

    private static IEnumerable<Comparison> Of(BenchSettings settings, string title, ImmutableArray<string> files, string provider, IEnumerable<string> compared)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {AgreeingRecords(compared):N0} records are the same in both programs' XML"));
        var bytes = files.Sum(file => new FileInfo(file).Length);
        var wanted = files.Sum(file => Count(file, provider)).ToString(CultureInfo.InvariantCulture) + "\n";
        yield return new($"{title}: all as XML", bytes,
            [
                Shell(Ours, $"exec {settings.Program} events --format xml -q \"$@\" > /dev/null", files, ""),
                Shell(Peer, "for f; do evtxexport -f xml \"$f\"; done > /dev/null 2> /dev/null; true", files, ""),
            ],
            [new(Ours, Peer, Measure.Cpu, FullFloor, FullMark)]);
        yield return new($"{title}: one provider, {provider}", bytes,
            [
                Shell(OursFiltered, $"{settings.Program} events --format xml -q --provider {provider} \"$@\" | grep -c \"<Event \"", files, wanted),
                Shell(PeerFiltered, $"for f; do evtxexport -f xml \"$f\"; done 2> /dev/null | grep -a -c '<Provider Name=\"{provider}\"'", files, wanted),
            ],
            [new(OursFiltered, PeerFiltered, Measure.Cpu, FilterFloor, FilterMark)]);
    }

    private static Contender Shell(string name, string script, ImmutableArray<string> files, string expected) => new(name, ["/bin/sh", "-c", script, "sh", .. files], expected);

    private static long Count(string file, string provider)
    {
        using var log = File.OpenRead(file);
        return EvtxFile.Read(log).LongCount(record => record.Provider == provider);
    }

    /// <exception cref="InvalidOperationException">A record differs by more than a known fault of libevtx.</exception>
    private static int AgreeingRecords(IEnumerable<string> files)
    {
        var records = 0;
        foreach (var file in files)
        {
            var xml = new MemoryStream();
            using (var log = File.OpenRead(file))
                new EvtxExport(EvtxFilter.All, EvtxForm.Xml).Write(log, xml, static _ => { });
            xml.Position = 0;
            using var ours = FlatEvent.All(xml).GetEnumerator();
            var theirs = ChildProcess.Run(["/bin/sh", "-c", "evtxexport -f xml \"$1\" 2> /dev/null; true", "sh", file]).Output;
            foreach (var expected in LibevtxReading.Events(theirs))
            {
                // Both go through a file in its order; libevtx leaves records out.
                var key = LibevtxReading.Key(expected);
                while (ours.MoveNext() && LibevtxReading.Key(ours.Current) != key)
                {
                }

                if (ours.Current is null || LibevtxReading.Difference(ours.Current, expected, out _) is not null)
                    throw new InvalidOperationException($"{file}, record {key}: the programs do not agree");
                records++;
            }
        }

        return records;
    }
}
