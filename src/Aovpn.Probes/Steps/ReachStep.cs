using System.Collections.Immutable;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Steps;

/// <summary>
/// One IKE_SA_INIT to UDP 500 and one to UDP 4500, each for itself: a real request, so that silence says something. Whatever is answered, an error
/// too, shows that the way is open.
/// </summary>
public sealed class ReachStep : IProbeStep
{
    public string Plan(ProbeSettings settings) =>
        $"reach: IKE_SA_INIT to UDP {settings.IkePort} and to UDP {settings.NatTraversalPort} of {settings.Host}, up to {settings.Asking.Waits.Length} times each";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var answers = await Task.WhenAll(AskAsync(context, startsOnNatTraversal: false, cancel), AskAsync(context, startsOnNatTraversal: true, cancel));
        (context.IkeAnswers, context.NatTraversalAnswers) = (answers[0], answers[1]);
        return answers[0] || answers[1];
    }

    private static async Task<bool> AskAsync(ProbeContext context, bool startsOnNatTraversal, CancellationToken cancel)
    {
        var session = startsOnNatTraversal ? "reach 4500" : "reach 500";
        using var run = context.Open(session, "reach", startsOnNatTraversal, shared => shared with
        {
            Goal = IkeGoal.Ask,
            Proposals = SuiteQuestion.Everything,
            KeyExchanges = _ => SuiteQuestion.Mismatched,
            ForcesNatTraversal = false,
            VendorIds = WindowsVendorIds,
        });
        if (run is null)
            return false;

        await run.RunAsync(cancel);
        return run.Ending is IkeEnding.Done or IkeEnding.Refused or IkeEnding.Redirected or IkeEnding.Misbehaved;
    }

    /// <summary>As Windows sends them in IKE_SA_INIT: some gateways answer Windows differently.</summary>
    internal static ImmutableArray<ImmutableArray<byte>> WindowsVendorIds { get; } =
    [
        [.. Convert.FromHexString("1E2B516905991C7D7C96FCBFB587E46100000009")], [.. Convert.FromHexString("FB1DE3CDF341B7EA16B7E5BE0855F120")],
        [.. Convert.FromHexString("26244D38EDDB61B3172A36E3D0CFB819")], [.. Convert.FromHexString("01528BBBC00696121849AB9A1C5B2A5100000002")],
    ];
}
