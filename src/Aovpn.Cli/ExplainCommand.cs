using System.CommandLine;
using Aovpn.Diagnosis.Explaining;
using Aovpn.Reports;

namespace Aovpn.Cli;

/// <summary><c>aovpn explain</c>: what a code, a symptom, a cause or a sentence of Windows means, and what to do.</summary>
internal static class ExplainCommand
{
    public static readonly string[] Examples =
    [
        "aovpn explain 809",
        "aovpn explain 0x800B0109",
        "aovpn explain -2146762495",
        "aovpn explain NPS reason 16",
        "aovpn explain \"a certificate could not be found\"",
        "aovpn explain AOV402",
        "aovpn explain RC-030 --format json",
    ];

    public static Command Create(Surroundings surroundings)
    {
        var asked = new Argument<string[]>("WHAT")
        {
            Description = "A code in any form, a symbol, an event, a symptom, the id of a cause, or the sentence that Windows shows.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format") { Description = "text or json.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("explain", "Explains an error code, a symptom, a cause or a sentence of Windows.") { asked, format };

        // A signed number (-2146762495) is something to explain here, not an option.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result => Run(
            Explainer.Explain(string.Join(' ', [.. result.GetValue(asked) ?? [], .. result.UnmatchedTokens])),
            result.GetValue(format) == "json",
            surroundings.Width,
            result.InvocationConfiguration));
        return command;
    }

    private static int Run(Explanation explanation, bool json, int width, InvocationConfiguration configuration)
    {
        if (json)
            configuration.Output.WriteLine(ExplainJson.Write(explanation));
        if (explanation.Answers.IsEmpty)
        {
            new ExplainText(configuration.Error, width).WriteSuggestions(explanation);
            return ExitStatus.Usage;
        }

        if (!json)
            new ExplainText(configuration.Output, width).Write(explanation);
        return ExitStatus.NothingFound;
    }
}
