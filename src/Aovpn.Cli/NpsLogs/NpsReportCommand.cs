using System.CommandLine;
using System.Globalization;

namespace Aovpn.Cli.NpsLogs;

/// <summary><c>aovpn nps report</c>: who is refused and why.</summary>
internal static class NpsReportCommand
{
    public static readonly string[] Examples =
    [
        "aovpn nps report C:\\Windows\\System32\\LogFiles",
        "aovpn nps report IN*.log --since 2026-11-20 -o refused.html",
        "aovpn nps report IN2611.log --reason 16 --client VPN1",
        "aovpn nps report IN2611.log --user CORP\\alice --format json",
        "aovpn nps report IN*.log --redact -o for-support.html",
    ];

    public static Command Create(Surroundings surroundings)
    {
        var logs = new Argument<string[]>("LOG") { Description = "NPS accounting logs in any of the three formats, folders that hold them, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var user = new Option<string>("--user") { Description = "Only this account, in any form: alice, CORP\\alice, alice@corp.example.", HelpName = "NAME" };
        var since = new Option<string>("--since") { Description = "Only records from this time on, by the server's own clock.", HelpName = "TIME" };
        var until = new Option<string>("--until") { Description = "Only records before this time.", HelpName = "TIME" };
        var client = new Option<string>("--client") { Description = "Only this RADIUS client: its friendly name, address or NAS-Identifier.", HelpName = "NAME" };
        var reason = new Option<string>("--reason") { Description = "Only refusals with this reason code.", HelpName = "CODE" };
        var format = new Option<string>("--format") { Description = "text, html (one page with plots) or json; without it, what the extension of --output says.", HelpName = "text|html|json" };
        format.AcceptOnlyFromAmong("text", "html", "json");
        var output = new Option<string>("--output", "-o") { Description = "Write the report to this file instead of standard output.", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress bar, and no sentence about the file that was written." };
        var command = new Command("report", "Says who is refused and why, who succeeds again, what is never answered, and how many sessions there are.")
        {
            logs, user, since, until, client, reason, format, output, quiet,
        };
        var redact = new RedactOptions();
        redact.AddTo(command);
        command.SetAction((result, cancel) => new NpsReportRun(surroundings, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(
            new()
            {
                Logs = result.GetValue(logs) ?? [],
                Filter = new()
                {
                    User = result.GetValue(user),
                    Client = result.GetValue(client),
                    Reason = ReasonOf(result.GetValue(reason)),
                    Since = LocalTime("--since", result.GetValue(since)),
                    Until = LocalTime("--until", result.GetValue(until)),
                },
                Format = result.GetValue(format),
                Output = result.GetValue(output),
                Hidden = redact.Of(result),
                IsQuiet = result.GetValue(quiet),
            },
            cancel));
        return command;
    }

    private static uint? ReasonOf(string? text)
    {
        if (text is null)
            return null;
        return uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var reason)
            ? reason
            : throw new UsageException($"--reason {text} is no reason code: write its number, --reason 16.");
    }

    /// <summary>NPS writes its local time and no offset, so that a time with one cannot be compared.</summary>
    private static DateTime? LocalTime(string option, string? text)
    {
        if (TimeArgument.Of(option, text) is not { } time)
            return null;
        return text!.EndsWith('Z') || text.AsSpan(Math.Min(10, text.Length)).ContainsAny('+', '-')
            ? throw new UsageException($"{option} {text} names an offset from UTC, and NPS logs name none: write the time by the server's own clock, {time:yyyy-MM-dd'T'HH:mm}.")
            : time.DateTime;
    }
}
