using System.Globalization;
using System.Text.Json;
using Aovpn.Bench.Running;
using Aovpn.Generators.Mixed;

namespace Aovpn.Bench.Folder;

/// <summary><c>aovpn diagnose FOLDER</c> beside a program that only reads the same bytes.</summary>
internal sealed class FolderSuite : IBenchSuite
{
    private const int Seed = 20261122;
    private const long Mega = 1_000_000;
    private const string Ours = "aovpn diagnose", Bare = "XmlReader and lines, nothing else";

    public string Name => "folder";

    public string Title => "A folder of everything";

    public string About => """
        A folder by seed (`tests/Aovpn.Generators`): 30 % NPS logs in XML, 30 % events in XML, 20 % text (prose, logs, certificate listings), 20 % noise.
        `aovpn diagnose` recognises, reads, correlates, judges and hashes all of it. Its peer, published ahead of time as well
        (`tests/Aovpn.BarePass`), pulls every node of the XML through XmlReader, text and noise through ReadLine, and counts. Both must count what
        the generator wrote: ours NPS records, events and certificates, the peer elements and lines.
        """;

    public IEnumerable<Comparison> Comparisons(BenchSettings settings)
    {
        var folder = settings.File("folder");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var truth = MixedFolder.Write(folder, (settings.Quick ? 40 : 200) * Mega, Seed);
        var peer = Path.Combine(Path.GetDirectoryName(settings.Program)!, "Aovpn.BarePass");
        yield return new("A mixed folder", truth.Bytes,
            [
                new(Ours, ["/bin/sh", "-c", """ "$0" diagnose "$1" --format json --quiet; test $? -le 2 """, settings.Program, folder], truth.AsDiagnosed) { Answer = Diagnosed },
                new(Bare, [peer, folder], truth.AsPassed),
            ],
            [new(Ours, Bare, Measure.Cpu, 0.5, 1)]);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the report says that was read, in the form of the truth.</summary>
    private static string Diagnosed(string report)
    {
        using var json = JsonDocument.Parse(report);
        var artifacts = json.RootElement.GetProperty("artifacts").EnumerateArray().ToArray();
        var unreadable = artifacts.Sum(artifact => artifact.GetProperty("unreadable").GetInt64());
        return string.Create(CultureInfo.InvariantCulture,
            $"{Records("nps")} NPS records, {Records("event")} events, {Records("certutil")} certificates, {(unreadable == 0 ? "nothing" : unreadable)} unreadable, {artifacts.Sum(artifact => artifact.GetProperty("length").GetInt64())} bytes\n");

        long Records(string kind) => artifacts.Where(artifact => artifact.GetProperty("kind").GetString()!.StartsWith(kind, StringComparison.Ordinal)).Sum(artifact => artifact.GetProperty("records").GetInt64());
    }
}
