using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Aovpn.Cli.Diagnosing;
using Aovpn.Cli.EventLogs;
using Aovpn.Cli.Labs;
using Aovpn.Cli.NpsLogs;
using Aovpn.Cli.Probing;

namespace Aovpn.Cli;

/// <summary>The usual help, with a command's examples and the exit status below.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var takesAnything = !command.TreatUnmatchedTokensAsErrors;
        command.TreatUnmatchedTokensAsErrors = true; // Else the help speaks of arguments for another program.
        var status = help.Invoke(parseResult);
        command.TreatUnmatchedTokensAsErrors = !takesAnything;
        var output = parseResult.InvocationConfiguration.Output;
        var examples = Examples(command);
        if (examples.Length > 0)
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }

        output.WriteLine(command is RootCommand || command.Name is "diagnose" or "probe" or "radius"
            ? "Exit status: 0 nothing found, 1 a cause found, 2 a symptom stays unexplained, 64 usage, 70 our fault."
            : "Exit status: 0 done, 64 usage, 70 our fault.");
        return status;
    }

    private static string[] Examples(Command command) => command.Name switch
    {
        "diagnose" => DiagnoseCommand.Examples,
        "probe" => ProbeCommand.Examples,
        "radius" => RadiusCommand.Examples,
        "explain" => ExplainCommand.Examples,
        "events" => EventsCommand.Examples,
        "nps" => NpsCommand.Examples,
        "report" => NpsReportCommand.Examples,
        "convert" => NpsConvertCommand.Examples,
        "tail" => NpsTailCommand.Examples,
        "lab" => LabCommand.Examples,
        "rules" => RulesCommand.Examples,
        "completion" => CompletionCommand.Examples,
        _ when command is RootCommand => ["aovpn diagnose bundle.zip", "aovpn diagnose --symptom \"error 809, works from home\" client.evtx", "aovpn diagnose --help"],
        _ => [],
    };
}
