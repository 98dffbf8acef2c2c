using System.CommandLine;
using Aovpn.Diagnosis.Rules;
using Aovpn.Reports;

namespace Aovpn.Cli;

/// <summary><c>aovpn rules</c>: every cause the program knows.</summary>
internal static class RulesCommand
{
    public static readonly string[] Examples = ["aovpn rules", "aovpn rules --format json"];

    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "text, or json with every page's front matter.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("rules", "Lists every cause that the program knows.") { format };
        command.SetAction(result => Run(result.GetValue(format) == "json", result.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(bool json, TextWriter output)
    {
        if (json)
            output.WriteLine(RulesJson.Write(RuleBook.Default));
        else
            RulesText.Write(output, RuleBook.Default.Pages);
        return ExitStatus.NothingFound;
    }
}
