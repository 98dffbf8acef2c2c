using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Steps;

/// <summary>Asks which algorithms the gateway takes, and whether it takes what the client would propose. It keeps no state from being asked.</summary>
public sealed class SuiteStep : IProbeStep
{
    public string Plan(ProbeSettings settings) => settings.AsksSuites
        ? $"suites: {SuiteQuestion.OneByOne().Count() + 3} IKE_SA_INIT requests to {settings.Host}, which leave nothing behind there"
        : $"suites: one IKE_SA_INIT request to {settings.Host}";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        await AskAsync(context, new("offer of the client", SuiteQuestion.Of(context.Settings.Suites)), cancel);
        if (!context.Settings.AsksSuites)
            return true;

        await AskAsync(context, new("Windows by default", SuiteQuestion.Of(WindowsProposals.Default)), cancel);
        await AskAsync(context, new("Windows with NegotiateDH2048_AES256", SuiteQuestion.Of(WindowsProposals.NegotiateDh2048Aes256)), cancel);
        foreach (var question in SuiteQuestion.OneByOne())
            await AskAsync(context, question, cancel);

        return true;
    }

    private static async Task AskAsync(ProbeContext context, SuiteQuestion question, CancellationToken cancel)
    {
        using var run = context.Open($"suite {question.Name}", "suite", context.IkeAnswers is false, shared => shared with
        {
            Goal = IkeGoal.Ask,
            Proposals = question.Proposals,
            KeyExchanges = _ => SuiteQuestion.Mismatched,
        });
        if (run is not null)
            await run.RunAsync(cancel);
    }
}
