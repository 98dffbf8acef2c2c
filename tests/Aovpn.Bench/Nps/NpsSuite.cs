using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Generators.Nps;
using Aovpn.Bench.Running;

namespace Aovpn.Bench.Nps;

/// <summary>Reasons of accepts and rejects counted in NPS logs of each format.</summary>
internal sealed class NpsSuite(Func<string, ImmutableArray<string>> worker) : IBenchSuite
{
    private const int Seed = 20261122;
    private const string Ours = "aovpn, 2 threads", OursAlone = "aovpn, 1 thread", PageCache = "read() alone, 2 threads", DuckDb = "DuckDB 1.5.6, 2 threads";

    public string Name => "nps";

    public string Title => "NPS logs";

    public string About => """
        Logs of a VPN farm, made by seed (`tests/Aovpn.Generators`): attributes of the IAS and XML formats in random order, names with commas,
        quotation marks and entities. The work: accepts and rejects by Reason-Code; of the database-compatible format also by user, all columns
        tokenised. `read() alone` copies the file out of the page cache and looks at nothing: 100 % of it would be a ratio of 1.
        """;

    public IEnumerable<Comparison> Comparisons(BenchSettings settings)
    {
        var (odbc, truth) = Make(settings, LogForm.Odbc, "nps.odbc.log");
        yield return new("Database-compatible (ODBC): reasons and users", truth.Bytes,
            [
                Published(settings, Ours, odbc, 2, truth.ReasonsAndUsers), Published(settings, OursAlone, odbc, 1, truth.ReasonsAndUsers), Read(odbc, truth, 2),
                Of(DuckDb, "duckdb", odbc, 2, truth.ReasonsAndUsers), Of("Sylvan.Data.Csv 1.4.4", "sylvan", odbc, 1, truth.ReasonsAndUsers),
                Awk("mawk -F,", """$5==2||$5==3{c[$26+0]++;u[$7]++} END{for(k in c) print "reason",k,c[k]; for(k in u){n++; if(u[k]>m)m=u[k]} print "users",n,"busiest",m}""", odbc, truth.ReasonsAndUsers),
            ],
            [
                new(Ours, PageCache, Measure.InProcess, 0.35, 0.5), new(Ours, DuckDb, Measure.Wall, 5, 8), new(Ours, DuckDb, Measure.Cpu, 5, 8),
                new(Ours, "Sylvan.Data.Csv 1.4.4", Measure.Cpu, 5, 8),
            ]);
        Forget(settings, odbc);

        var (ias, iasTruth) = Make(settings, LogForm.Ias, "nps.ias.log");
        yield return new("IAS (legacy): reasons", iasTruth.Bytes,
            [
                Published(settings, Ours, ias, 2, iasTruth.Reasons), Published(settings, OursAlone, ias, 1, iasTruth.Reasons), Read(ias, iasTruth, 2),
                Of(DuckDb, "duckdb", ias, 2, iasTruth.Reasons),

                // Ten seconds for a gigabyte.
                .. settings.Quick ? [PairByPair(ias, iasTruth)] : ImmutableArray<Contender>.Empty,
            ],
            [new(Ours, DuckDb, Measure.Cpu, 6, 12), new(Ours, DuckDb, Measure.Wall, 6, 12), new(Ours, PageCache, Measure.InProcess, 0.35, 0.5)]);
        Forget(settings, ias);

        var (xml, xmlTruth) = Make(settings, LogForm.Dts, "nps.xml.log");
        yield return new("DTS Compliant (XML): reasons", xmlTruth.Bytes,
            [
                Published(settings, Ours, xml, 2, xmlTruth.Reasons), Published(settings, OursAlone, xml, 1, xmlTruth.Reasons), Read(xml, xmlTruth, 2),
                Of(".NET XmlReader", "xmlreader", xml, 1, xmlTruth.Reasons), Of(DuckDb, "duckdb", xml, 2, xmlTruth.Reasons),
            ],
            [
                new(Ours, ".NET XmlReader", Measure.Cpu, 6, 12), new(Ours, ".NET XmlReader", Measure.Wall, 6, 12), new(Ours, DuckDb, Measure.Cpu, 6, 12),
                new(Ours, PageCache, Measure.InProcess, 0.35, 0.5),
            ]);
        Forget(settings, xml);
    }

    private Contender Of(string name, string program, string file, int threads, string expected) =>
        new(name, [.. worker(program), file, threads.ToString(CultureInfo.InvariantCulture)], expected);

    private static Contender Published(BenchSettings settings, string name, string file, int threads, string expected) =>
        new(name, [settings.Published, file, threads.ToString(CultureInfo.InvariantCulture)], expected);

    private Contender Read(string file, NpsTruth truth, int threads) =>
        Of(PageCache, "read", file, threads, string.Create(CultureInfo.InvariantCulture, $"bytes {truth.Bytes}\n"));

    private static Contender PairByPair(string file, NpsTruth truth) => Awk("mawk, pair by pair",
        """{sub(/\r$/,"");p="";q="";for(i=7;i<NF;i+=2){if($i==4136)p=$(i+1);else if($i==4142)q=$(i+1)} if(p==2||p==3)c[q+0]++} END{for(k in c) print "reason",k,c[k]}""",
        file, truth.Reasons);

    private static Contender Awk(string name, string program, string file, string expected) => new(name, ["mawk", "-F,", program, file], expected)
    {
        MayBeWrong = true,
        Answer = static printed => string.Concat(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .OrderBy(line => line.StartsWith("users", StringComparison.Ordinal)).ThenBy(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)).Select(line => line + "\n")),
    };

    private static (string File, NpsTruth Truth) Make(BenchSettings settings, LogForm form, string name)
    {
        var file = settings.File(name);
        using var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        return (file, NpsLogMaker.Make(output, form, settings.InputBytes, Seed));
    }

    /// <summary>A gigabyte each; made again in seconds.</summary>
    private static void Forget(BenchSettings settings, string file)
    {
        if (!settings.Quick)
            File.Delete(file);
    }
}
