using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Steps;

/// <summary>
/// Where the gateway's name has several addresses, an IKE_SA_INIT with the client's proposals to UDP 500 of each, at once. One member of a farm that is
/// down, or set up otherwise, makes connections that work now and then. The steps behind go to the first that answers, as a client would in the end.
/// </summary>
public sealed class AddressesStep : IProbeStep
{
    /// <summary>More than any farm has; a name of a content network may have hundreds.</summary>
    private const int Most = 16;

    public string Plan(ProbeSettings settings) => settings.Addresses switch
    {
        [] when IPAddress.TryParse(settings.Host, out _) => "",
        [] => $"addresses: if {settings.Host} has several, IKE_SA_INIT to UDP {settings.IkePort} of each, {Most} at most, up to {settings.Asking.Waits.Length} times each",
        [_] => "",
        { } given => $"addresses: IKE_SA_INIT to UDP {settings.IkePort} of {string.Join(", ", given.Take(Most))}, up to {settings.Asking.Waits.Length} times each",
    };

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        if (context.Addresses.Length < 2)
            return true;

        ImmutableArray<IPAddress> asked = [.. context.Addresses.Take(Most)];
        if (context.Addresses.Length > Most)
            context.Transcript.Add(new TranscriptEntry.Remark(context.Transcript.Now, $"of {context.Addresses.Length} addresses the first {Most} were asked"));

        var answers = await Task.WhenAll(asked.Select(address => AskAsync(context, address, cancel)));
        if (answers.AsSpan().IndexOf(true) is >= 0 and var first)
            context.Gateway = context.At(asked[first]);
        return true;
    }

    private static async Task<bool> AskAsync(ProbeContext context, IPAddress address, CancellationToken cancel)
    {
        using var run = context.Open(
            $"address {address}", "address", startsOnNatTraversal: false,
            shared => shared with
            {
                Goal = IkeGoal.Ask,
                Proposals = SuiteQuestion.Of(context.Settings.Suites),
                KeyExchanges = _ => SuiteQuestion.Mismatched,
                VendorIds = ReachStep.WindowsVendorIds,
            },
            context.At(address));
        if (run is null)
            return false;

        await run.RunAsync(cancel);
        return run.Ending is IkeEnding.Done or IkeEnding.Refused or IkeEnding.Redirected or IkeEnding.Misbehaved;
    }
}
