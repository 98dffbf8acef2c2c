using Aovpn.Probes.Revocation;

namespace Aovpn.Probes.Steps;

/// <summary>Whether the certificates that were shown are revoked, and whether anybody can know: last, as each step before may show one.</summary>
public sealed class RevocationStep : IProbeStep
{
    public string Plan(ProbeSettings settings) => RevocationQuestions.Plan(settings.ChecksRevocation);

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        if (context.Settings.ChecksRevocation)
            await new RevocationQuestions(context.Transcript, context.Settings.Roots ?? []).AskAsync(cancel);
        return true;
    }
}
