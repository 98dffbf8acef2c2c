using System.CommandLine;
using Aovpn.Reports.NpsTables;

namespace Aovpn.Cli.NpsLogs;

/// <summary><c>aovpn nps convert</c>: logs for Excel, for other programs, and from one format of NPS to another.</summary>
internal static class NpsConvertCommand
{
    public static readonly string[] Examples =
    [
        "aovpn nps convert IN2611.log -o november.xlsx",
        "aovpn nps convert C:\\Windows\\System32\\LogFiles -o nps.csv",
        "aovpn nps convert IN*.log -o nps.parquet",
        "aovpn nps convert dts.log -o odbc.log --to odbc",
        "aovpn nps convert IN2611.log --to jsonl -o - | jq .reason.code",
    ];

    public static Command Create(Surroundings surroundings)
    {
        string[] names = [.. NpsSinks.Names.Select(one => one.Name)];
        var logs = new Argument<string[]>("LOG") { Description = "NPS accounting logs in any of the three formats, folders that hold them, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The file to write, by its extension .xlsx, .csv (with the heading row), .jsonl, .parquet or .xml; - for standard output.", HelpName = "FILE", Required = true };
        var to = new Option<string>("--to") { Description = "What to write where the extension does not say it: also NPS' own formats odbc, ias and dts.", HelpName = string.Join('|', names) };
        to.AcceptOnlyFromAmong(names);
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress bar, and no sentences about damage or the file that was written." };
        var command = new Command("convert", "Writes logs as a workbook, CSV with a heading row, JSON lines, Parquet, or another of NPS' formats.") { logs, output, to, quiet };
        command.SetAction((result, cancel) => new NpsConvertRun(surroundings, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(
            new()
            {
                Logs = result.GetValue(logs) ?? [],
                Output = result.GetValue(output)!,
                To = result.GetValue(to),
                IsQuiet = result.GetValue(quiet),
            },
            cancel));
        return command;
    }
}
