using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Aovpn.Scenarios;

/// <summary>Publishes the program once for the tests of a class, below the temporary folder.</summary>
public sealed class PublishedProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aovpn-published-");
    private readonly Lazy<string> _program;

    public PublishedProgram() => _program = new(() => Path.Combine(PublishFor("linux-x64"), "aovpn"));

    /// <returns>Exit status and standard output.</returns>
    public (int Status, string Output) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(_program.Value, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    /// <returns>The folder that holds the published program.</returns>
    public string PublishFor(string runtime, params string[] arguments)
    {
        var folder = Path.Combine(_folder.FullName, runtime);
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Project(), "--no-restore", "-c", "Release", "-r", runtime, "-o", folder, "-v", "quiet", .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        Assert.DoesNotContain("warning", output);
        return folder;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Project([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "src", "Aovpn.Cli");
}
