using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Cli.Diagnosing;
using Aovpn.Intake.Live;
using Spectre.Console;

namespace Aovpn.Cli;

/// <summary>What the program finds around itself: asked for here only, so that tests can set it.</summary>
public sealed record Surroundings(Func<Stream> StandardInput, TimeProvider Clock, int Width, bool Colour, bool ProgressIsSeen, bool IsDebugging)
{
    private const int WidthOfFiles = 100;

    /// <summary>Standard output for bytes; null where only the writer of text is there.</summary>
    public Func<Stream>? StandardOutput { get; init; }

    /// <summary>Who can be asked; null where standard input is no terminal.</summary>
    public IAnswers? Answers { get; init; }

    /// <summary>Event logs of the running Windows; null where there are none.</summary>
    public ILiveEventLogs? LiveLogs { get; init; }

    /// <summary>How this program is called here: by its name where the shell finds it, else by its path.</summary>
    public ImmutableArray<string> Program { get; init; } = ["aovpn"];

    public static Surroundings OfProcess()
    {
        var toTerminal = !Console.IsOutputRedirected;
        return new(
            Console.OpenStandardInput,
            TimeProvider.System,
            Math.Clamp(Columns(toTerminal), 60, 160),
            toTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb"
                && (!OperatingSystem.IsWindows() || AnsiConsole.Profile.Capabilities.Ansi),
            !Console.IsErrorRedirected,
            Environment.GetEnvironmentVariable("AOVPN_DEBUG") == "1")
        {
            StandardOutput = Console.OpenStandardOutput,
            LiveLogs = OperatingSystem.IsWindows() ? new WindowsEventLogs() : null,
            Answers = Console.IsInputRedirected ? null : new TerminalAnswers(),
            Program = NameOfProcess(),
        };
    }

    private static ImmutableArray<string> NameOfProcess()
    {
        const string Name = "aovpn";
        if (Environment.ProcessPath is not { } path)
            return [Name];
        if (Path.GetFileNameWithoutExtension(path) != Name)
            return [Path.GetFileName(path), Path.Combine(AppContext.BaseDirectory, Name + ".dll")];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return [folders.Contains(Path.GetDirectoryName(path)) ? Name : path];
    }

    private static int Columns(bool toTerminal)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var said) && said > 0)
            return said;
        if (!toTerminal)
            return WidthOfFiles;
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : WidthOfFiles;
        }
        catch (IOException)
        {
            return WidthOfFiles;
        }
    }
}
