using System.CommandLine;
using System.Runtime.CompilerServices;
using Aovpn.Cli;

namespace Aovpn.Pages;

/// <summary>An HTML report, as the program writes it into a file.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aovpn-pages-");

    /// <param name="arguments">The command without the options that say where its page goes.</param>
    private ReportFile(params string[] arguments)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "report.html");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = AovpnCommand.Run(
            [.. arguments, "--format", "html", "-o", Path],
            new Surroundings(() => Stream.Null, TimeProvider.System, Width: 100, Colour: false, ProgressIsSeen: false, IsDebugging: true),
            new InvocationConfiguration { Output = output, Error = errors });
        Assert.InRange(status, 0, 2);
    }

    public static ReportFile OfDiagnosis(string scenario) => new("diagnose", Below("Aovpn.Scenarios", scenario, "evidence"));

    public static ReportFile OfNpsLogs() => new("nps", "report", Below("samples", "nps", "dts.log"));

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Below(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Tests(), .. parts]);

    private static string Tests([CallerFilePath] string source = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(source)!, ".."));
}
