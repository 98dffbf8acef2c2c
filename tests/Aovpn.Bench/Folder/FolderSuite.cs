using System.Globalization;
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
        (`tests/Aovpn.BarePass`), pulls every node through XmlReader, every other file through ReadLine, and does nothing with them.
        """;

    public IEnumerable<Comparison> Comparisons(BenchSettings settings)
    {
        var folder = settings.File("folder");
        var bytes = MixedFolder.Write(folder, (settings.Quick ? 40 : 200) * Mega, Seed);
        var peer = Path.Combine(Path.GetDirectoryName(settings.Program)!, "Aovpn.BarePass");
        yield return new("A mixed folder", bytes,
            [
                new(Ours, ["/bin/sh", "-c", $"'{settings.Program}' diagnose '{folder}' --format json -o '{folder}.json' --quiet; test $? -le 2 && grep -c aovpn.diagnosis/1 '{folder}.json'"], "1\n"),
                new(Bare, [peer, folder], string.Create(CultureInfo.InvariantCulture, $"files read, {bytes} bytes\n")),
            ],
            [new(Ours, Bare, Measure.Cpu, 0.5, 1)]);
        Directory.Delete(folder, recursive: true);
    }
}
