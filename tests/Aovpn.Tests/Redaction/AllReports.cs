using System.IO.Compression;
using Aovpn.Tests.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Redaction;

/// <summary>Everything that the program writes about evidence: standard output and errors in all formats, files, the bundle with every entry in it.</summary>
internal static class AllReports
{
    /// <summary>The others are entries of the bundle.</summary>
    private static readonly string[] Formats = ["text", "sarif"];

    /// <returns>Where it was written, and what.</returns>
    public static IReadOnlyList<(string Where, string Text)> Of(string evidence, params ReadOnlySpan<string> arguments)
    {
        using var folder = new TemporaryFolder();
        var written = new List<(string, string)>();
        foreach (var format in Formats)
        {
            var run = Run.Aovpn(["diagnose", evidence, "--all", "--format", format, .. arguments]);
            Assert.InRange(run.Status, 0, 2);
            written.Add((format, run.Output));
            written.Add(($"{format}, errors", run.Error));
        }

        var bundle = folder.At("bundle.zip");
        var bundled = Run.Aovpn(["diagnose", evidence, "--bundle", bundle, "-o", folder.At("report.txt"), .. arguments]);
        Assert.InRange(bundled.Status, 0, 2);
        written.Add(("errors", bundled.Error.Replace(folder.Path, "", StringComparison.Ordinal)));
        written.Add(("file", File.ReadAllText(folder.At("report.txt"))));
        using var zip = ZipFile.OpenRead(bundle);
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open());
            written.Add(($"bundle, {entry.FullName}", text.ReadToEnd()));
            written.Add(("bundle, names", entry.FullName));
        }

        return written;
    }
}
