using System.CommandLine;
using System.Text;
using Aovpn.Cli;

namespace Aovpn.Tests.Cli;

/// <summary>Runs the program in this process.</summary>
internal sealed record Run(int Status, string Output, string Error)
{
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 10, 15, 0, TimeSpan.Zero);
    }

    public static Run Aovpn(params string[] arguments) => With("", 100, arguments);

    public static Run With(string standardInput, int width, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(() => new MemoryStream(Encoding.UTF8.GetBytes(standardInput)), new StoppedClock(), width, Colour: false, ProgressIsSeen: false, IsDebugging: true);
        var status = AovpnCommand.Run(arguments, surroundings, new InvocationConfiguration { Output = output, Error = error });
        return new(status, output.ToString(), error.ToString());
    }
}
