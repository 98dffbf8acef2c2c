using System.Diagnostics;
using Aovpn.Cli;

namespace Aovpn.Tests.Cli;

/// <summary>The program as a process, ended as Ctrl-C ends it.</summary>
internal sealed class RunningLab(Process process, string text) : IAsyncDisposable
{
    public string Text => text;

    public string Folder => Path.GetDirectoryName(Line("probe").First(word => word.EndsWith("lab-root.pem", StringComparison.Ordinal)))!;

    /// <summary>The first line that it says to type, without the program's name.</summary>
    public string[] Line(string command)
    {
        var line = text.Split('\n').First(line => line.Contains($" {command} ", StringComparison.Ordinal) && line.StartsWith("  ", StringComparison.Ordinal) && line.Contains(" --", StringComparison.Ordinal));
        return line[line.IndexOf($" {command} ", StringComparison.Ordinal)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public static async Task<RunningLab> StartAsync(string[] arguments)
    {
        string[] words = [Path.Combine(AppContext.BaseDirectory, "aovpn.dll"), "lab", "--port", "0", "--port-4500", "0", "--radius-port", "0", .. arguments];
        var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var text = new System.Text.StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            text.Append(line).Append('\n');
            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal))
                return new(process, text.ToString());
        }

        throw new InvalidOperationException($"the lab did not begin: {text}{await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(ExitStatus.NothingFound, process.ExitCode);
        process.Dispose();
    }
}
