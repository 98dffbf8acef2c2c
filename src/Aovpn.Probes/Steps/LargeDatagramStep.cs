using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Steps;

/// <summary>
/// An IKE_SA_INIT padded beyond the size of a packet: whether IP fragments reach the gateway, which a client needs where one side does not fragment
/// inside IKE.
/// </summary>
public sealed class LargeDatagramStep : IProbeStep
{
    private const int Padding = 2600;

    public string Plan(ProbeSettings settings) => $"large datagrams: one IKE_SA_INIT of {Padding} bytes and more to {settings.Host}";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        using var run = context.Open("large datagram", "large", context.IkeAnswers is false, shared => shared with
        {
            Goal = IkeGoal.Ask,
            Proposals = SuiteQuestion.Everything,
            KeyExchanges = _ => SuiteQuestion.Mismatched,
            InitPadding = Padding,
        });
        if (run is not null)
            await run.RunAsync(cancel);

        return true;
    }
}
