using System.CommandLine;
using Aovpn.Diagnosis.Explaining;
using Aovpn.Reports;

namespace Aovpn.Cli;

/// <summary><c>aovpn explain</c>: what a code, a symptom, a cause or a sentence of Windows means, and what to do.</summary>
public static class ExplainCommand
{
    private const int WidestText = 120;

    public static Command Create()
    {
        var asked = new Argument<string[]>("WHAT")
        {
            Description = "809, 0x800B0109, -2146762495, \"NPS reason 16\", \"event 20227\", AOV402, \"never dials\", or the sentence that Windows shows.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");
        var command = new Command("explain", "Explains an error code, a symptom, a cause or a sentence of Windows.") { asked, format };
        // A signed number (-2146762495) is a value here, not an option.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result => Run(
            string.Join(' ', [.. result.GetValue(asked) ?? [], .. result.UnmatchedTokens]),
            result.GetValue(format) == "json",
            result.InvocationConfiguration.Output,
            result.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string asked, bool json, TextWriter output, TextWriter error)
    {
        var explanation = Explainer.Explain(asked);
        if (json)
            output.WriteLine(ExplainJson.Write(explanation));
        if (explanation.Answers.IsEmpty)
        {
            new ExplainText(error, Width()).WriteSuggestions(explanation);
            return ExitStatus.Usage;
        }

        if (!json)
            new ExplainText(output, Width()).Write(explanation);
        return ExitStatus.NothingFound;
    }

    private static int Width() => Console.IsOutputRedirected ? ExplainText.DefaultWidth : Math.Clamp(Console.WindowWidth, 60, WidestText);
}
