using System.CommandLine;

namespace Aovpn.Cli.NpsLogs;

/// <summary><c>aovpn nps tail</c>: what NPS writes, as it writes it.</summary>
internal static class NpsTailCommand
{
    public static readonly string[] Examples =
    [
        "aovpn nps tail C:\\Windows\\System32\\LogFiles",
        "aovpn nps tail C:\\Windows\\System32\\LogFiles -o decoded.txt",
        "aovpn nps tail IN2611.log --from start --format json | jq 'select(.reason)'",
        "aovpn nps tail /srv/nps --once -o nps.jsonl --format json",
    ];

    public static Command Create(Surroundings surroundings)
    {
        var logs = new Argument<string[]>("LOG") { Description = "Folders in which NPS writes IN*.log or IN*.txt, or files.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Append to this file, each line exactly once, and go on where it ended when the command is started again; FILE.state remembers where that is.", HelpName = "FILE",
        };
        var format = new Option<string>("--format") { Description = "text: a line for people; json: an object a line with every attribute.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var from = new Option<string>("--from") { Description = "Where a first run begins: with --output at the logs' start, without it at their end.", HelpName = "start|end" };
        from.AcceptOnlyFromAmong("start", "end");
        var once = new Option<bool>("--once") { Description = "Read what is new and end, for a scheduled task." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No sentence about what is followed." };
        var command = new Command("tail", "Prints what NPS writes as it writes it, decoded, over rolled, renamed and truncated logs.") { logs, output, format, from, once, quiet };
        command.SetAction((result, cancel) => new NpsTailRun(surroundings, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(
            new()
            {
                Logs = result.GetValue(logs) ?? [],
                Output = result.GetValue(output),
                IsJson = result.GetValue(format) == "json",
                FromStart = result.GetValue(from) is { } place ? place == "start" : result.GetValue(output) is not null,
                Once = result.GetValue(once),
                IsQuiet = result.GetValue(quiet),
            },
            cancel));
        return command;
    }
}
