using System.CommandLine;

namespace Aovpn.Cli.Diagnosing;

/// <summary><c>aovpn diagnose</c>: evidence in, ranked causes out.</summary>
internal static class DiagnoseCommand
{
    public static readonly string[] Examples =
    [
        "aovpn diagnose client.evtx",
        "aovpn diagnose bundle.zip --format json -o diagnosis.json",
        "aovpn diagnose bundle.zip --format html -o diagnosis.html",
        "aovpn diagnose bundle.zip --redact --bundle for-support.zip",
        "aovpn diagnose --host client=pc1/ --host vpnserver=gw.evtx --host nps=IN2611.log",
        "aovpn diagnose --symptom \"error 809 from the office, works over a phone's hotspot\"",
        "aovpn diagnose logs/ --user 'CORP\\alice' --since 2026-11-20",
        "certutil -store My | aovpn diagnose -",
        "aovpn diagnose attempt.pcapng --keys ikev2_decryption_table",
        "aovpn diagnose bundle.zip --ask",
    ];

    public static Command Create(Surroundings surroundings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, zip or gz archives, or - for standard input.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "Form of the report: text, json, html (one file to attach to a ticket) or sarif (2.1.0).", HelpName = "text|json|html|sarif", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. Formats.Names]);
        var output = new Option<string>("--output", "-o") { Description = "Write the report to this file instead of standard output.", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Text: only one line for each cause found. No progress bar." };
        var all = new Option<bool>("--all") { Description = "Text: list every cause, those ruled out too." };
        var ask = new Option<bool>("--ask") { Description = "Ask, in the terminal, for what separates the causes that are left." };
        var redact = new RedactOptions();
        var bundle = new Option<string>("--bundle") { Description = "Also write a zip archive to hand on: reports, and copies of the evidence without secrets; without names with --redact.", HelpName = "FILE" };
        var keys = new Option<string[]>("--keys") { Description = "Keys that open a capture's IKE messages: Wireshark's ikev2_decryption_table, or a transcript of 'aovpn probe --keys'. They are not reported.", HelpName = "FILE" };
        var symptom = new Option<string[]>("--symptom") { Description = "What the user says, in any words: a code, a sentence, what works and what does not.", HelpName = "TEXT" };
        var host = new Option<string[]>("--host") { Description = "The machine that evidence came from: client, vpnserver, nps, ca or dc. Reads the path as well.", HelpName = "ROLE=PATH" };
        var user = new Option<string>("--user") { Description = "Only this user's attempts, with or without domain.", HelpName = "NAME" };
        var attempt = new Option<string>("--attempt") { Description = "Only the attempt with this correlation id.", HelpName = "ID" };
        var since = new Option<string>("--since") { Description = "Leave out what is older than this time (UTC unless it names an offset).", HelpName = "TIME" };
        var asOf = new Option<string>("--as-of") { Description = "Judge certificates for this time; without it, for the time of the failure.", HelpName = "TIME" };

        var command = new Command("diagnose", "Reads evidence and says which causes it proves, rules out or leaves open.")
        {
            paths, format, output, quiet, all, redact.Redact, redact.Hide, bundle, keys, ask, symptom, host, user, attempt, since, asOf,
        };
        command.SetAction((result, cancel) => new DiagnoseRun(surroundings, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(
            new()
            {
                Paths = result.GetValue(paths) ?? [],
                Format = result.GetValue(format)!,
                Output = result.GetValue(output),
                IsQuiet = result.GetValue(quiet),
                All = result.GetValue(all),
                Asks = result.GetValue(ask),
                Hidden = redact.Of(result),
                Bundle = result.GetValue(bundle),
                Keys = result.GetValue(keys) ?? [],
                Symptoms = result.GetValue(symptom) ?? [],
                Hosts = result.GetValue(host) ?? [],
                User = result.GetValue(user),
                Attempt = result.GetValue(attempt),
                Since = result.GetValue(since),
                AsOf = result.GetValue(asOf),
            },
            cancel));
        return command;
    }
}
