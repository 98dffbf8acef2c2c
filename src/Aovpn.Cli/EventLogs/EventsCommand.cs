using System.CommandLine;

namespace Aovpn.Cli.EventLogs;

/// <summary><c>aovpn events</c>: event logs as JSON lines or XML.</summary>
internal static class EventsCommand
{
    public static readonly string[] Examples =
    [
        "aovpn events client.evtx --provider RasClient",
        "aovpn events System.evtx --id 20227,20271 --since 2026-11-20",
        "aovpn events Security.evtx --format xml --provider Microsoft-Windows-Security-Auditing -o security.xml",
        "aovpn events live:Application --provider RasClient --since 2026-11-20",
        "aovpn events *.evtx | jq -c 'select(.eventId == 20227)'",
    ];

    public static Command Create(Surroundings surroundings)
    {
        var files = new Argument<string[]>("FILE") { Description = "Event logs (.evtx), whole or damaged; - for standard input; on Windows live:NAME for a log of this machine.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "json: one object a line; xml: one Event element a line.", HelpName = "json|xml", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "xml");
        var provider = new Option<string[]>("--provider") { Description = "Only events of this provider; Microsoft-Windows- may be left out.", HelpName = "NAME" };
        var id = new Option<string[]>("--id") { Description = "Only events with this id; several with commas.", HelpName = "ID" };
        var since = new Option<string>("--since") { Description = "Only events from this time on (UTC unless it names an offset).", HelpName = "TIME" };
        var until = new Option<string>("--until") { Description = "Only events before this time.", HelpName = "TIME" };
        var output = new Option<string>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress bar, and no sentences about damage." };
        var command = new Command("events", "Prints the events of Windows event logs as JSON lines or XML.") { files, format, provider, id, since, until, output, quiet };
        var redact = new RedactOptions();
        redact.AddTo(command);
        command.SetAction((result, cancel) => new EventsRun(surroundings, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(
            new()
            {
                Files = result.GetValue(files) ?? [],
                IsXml = result.GetValue(format) == "xml",
                Providers = result.GetValue(provider) ?? [],
                Ids = result.GetValue(id) ?? [],
                Since = TimeArgument.Of("--since", result.GetValue(since)),
                Until = TimeArgument.Of("--until", result.GetValue(until)),
                Output = result.GetValue(output),
                Hidden = redact.Of(result),
                IsQuiet = result.GetValue(quiet),
            },
            cancel));
        return command;
    }
}
