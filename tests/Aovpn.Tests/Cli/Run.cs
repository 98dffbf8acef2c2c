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

    public static Run With(string standardInput, int width, params string[] arguments) =>
        In(surroundings => surroundings with { StandardInput = () => new MemoryStream(Encoding.UTF8.GetBytes(standardInput)), Width = width }, arguments);

    /// <param name="change">Makes the surroundings what the test wants: no input, 100 columns, a clock that stands still.</param>
    public static Run In(Func<Surroundings, Surroundings> change, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(() => Stream.Null, new StoppedClock(), Width: 100, Colour: false, ProgressIsSeen: false, IsDebugging: true);
        var status = AovpnCommand.Run(arguments, change(surroundings), new InvocationConfiguration { Output = output, Error = error });
        return new(status, output.ToString(), error.ToString());
    }
}
