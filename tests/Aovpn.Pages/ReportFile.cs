using System.CommandLine;
using System.Runtime.CompilerServices;
using Aovpn.Cli;

namespace Aovpn.Pages;

/// <summary>An HTML report of a scenario, as the program writes it into a file.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aovpn-pages-");

    public ReportFile(string scenario, params ReadOnlySpan<string> arguments)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "report.html");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = AovpnCommand.Run(
            ["diagnose", System.IO.Path.Combine(Scenarios(), scenario, "evidence"), "--format", "html", "-o", Path, .. arguments],
            new Surroundings(() => Stream.Null, TimeProvider.System, Width: 100, Colour: false, ProgressIsSeen: false, IsDebugging: true),
            new InvocationConfiguration { Output = output, Error = errors });
        Assert.InRange(status, 0, 2);
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Scenarios([CallerFilePath] string source = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(source)!, "..", "Aovpn.Scenarios");
}
