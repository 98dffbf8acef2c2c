using System.CommandLine;
using Aovpn.Cli;

namespace Aovpn.Scenarios;

/// <summary>Runs the program in this process as a user would run it, with a clock that stands still.</summary>
internal static class TheProgram
{
    private static readonly FixedClock RunClock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public static Answer Diagnose(string path, string format, params ReadOnlySpan<string> arguments) => Run(["diagnose", path, "--format", format, .. arguments]);

    public static Answer Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = AovpnCommand.Run(
            arguments,
            new Surroundings(() => Stream.Null, RunClock, Width: 100, Colour: false, ProgressIsSeen: false, IsDebugging: true),
            new InvocationConfiguration { Output = output, Error = errors });
        return new(status, output.ToString());
    }
}
