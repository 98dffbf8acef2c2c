using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Aovpn.Cli.Diagnosing;
using Aovpn.Cli.EventLogs;
using Aovpn.Cli.Labs;
using Aovpn.Cli.NpsLogs;
using Aovpn.Cli.Probing;

namespace Aovpn.Cli;

/// <summary>The program: its commands, and how it is run.</summary>
public static class AovpnCommand
{
    private const int Interrupted = 130;

    /// <summary>All commands, in the order of the help.</summary>
    public static RootCommand Create(Surroundings surroundings) => Of(
    [
        DiagnoseCommand.Create(surroundings),
        ProbeCommand.Create(surroundings),
        RadiusCommand.Create(surroundings),
        ExplainCommand.Create(surroundings),
        EventsCommand.Create(surroundings),
        NpsCommand.Create(surroundings),
        LabCommand.Create(surroundings),
        RulesCommand.Create(),
        CompletionCommand.Create(),
    ]);

    /// <summary>Of a command that is named exactly, only that one is made: making the options of all the others takes longer than answering.</summary>
    private static RootCommand For(string? named, Surroundings surroundings) => named switch
    {
        "diagnose" => Of([DiagnoseCommand.Create(surroundings)]),
        "probe" => Of([ProbeCommand.Create(surroundings)]),
        "radius" => Of([RadiusCommand.Create(surroundings)]),
        "explain" => Of([ExplainCommand.Create(surroundings)]),
        "rules" => Of([RulesCommand.Create()]),
        _ => Create(surroundings),
    };

    private static RootCommand Of(Command[] commands)
    {
        var root = new RootCommand("Finds out why a Microsoft Always On VPN connection fails, proves it, and says how to fix it.");
        foreach (var command in commands)
            root.Add(command);
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        return root;
    }

    /// <param name="configuration">Where output and errors go.</param>
    /// <returns>The exit status.</returns>
    public static int Run(string[] arguments, Surroundings surroundings, InvocationConfiguration configuration)
    {
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            var result = For(arguments.FirstOrDefault(), surroundings).Parse(arguments.Length == 0 ? ["--help"] : arguments);
            if (Misspelling.In(result) is { } misspelt)
                return Usage(misspelt, result.CommandResult.Command, configuration.Error);
            if (result.Action is ParseErrorAction)
                return Usage(string.Join(' ', result.Errors.Select(error => OneLine(error.Message))), result.CommandResult.Command, configuration.Error);
            var status = result.Invoke(configuration);
            configuration.Output.Flush();
            return status;
        }
        catch (UsageException error)
        {
            return Usage(error.Message, null, configuration.Error);
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (IOException error) when (IsBrokenPipe(error))
        {
            return ExitStatus.NothingFound;
        }
#pragma warning disable CA1031 // The outermost place: a sentence for the user instead of a stack trace.
        catch (Exception error) when (!surroundings.IsDebugging)
#pragma warning restore CA1031
        {
            configuration.Error.WriteLine($"aovpn: this is a fault of aovpn ({error.GetType().Name}: {FirstLine(error.Message)}). Please report it, with what AOVPN_DEBUG=1 prints.");
            return ExitStatus.OurFault;
        }
    }

    private static int Usage(string sentence, Command? command, TextWriter error)
    {
        error.WriteLine($"aovpn: {sentence}");
        error.WriteLine($"       aovpn {(command is null or RootCommand ? "" : $"{command.Name} ")}--help shows what can be written.");
        return ExitStatus.Usage;
    }

    /// <summary>The reader of our output went away: EPIPE, ERROR_BROKEN_PIPE, ERROR_NO_DATA.</summary>
    private static bool IsBrokenPipe(IOException error) => (error.HResult & 0xFFFF) is 32 or 109 or 232 && error is not FileNotFoundException && error.Message.Contains("ipe", StringComparison.Ordinal);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];
}
