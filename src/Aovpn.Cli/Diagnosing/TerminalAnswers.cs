namespace Aovpn.Cli.Diagnosing;

/// <summary>The person at the terminal. Questions go to standard error, so that the report alone is on standard output.</summary>
internal sealed class TerminalAnswers : IAnswers
{
    public void Say(string line) => Console.Error.WriteLine(line);

    public string? ReadLine() => Console.In.ReadLine();
}
