using Aovpn.Cli.Probing;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;
using Aovpn.Intake;
using Aovpn.Probes;
using Aovpn.Reports.Monitoring;

namespace Aovpn.Cli.Monitoring;

/// <summary>
/// <c>aovpn probe --watch SECONDS</c>: the whole probe again and again, for monitoring. An account that is once refused is not tried again: a monitor
/// that locks its user out is worse than none.
/// </summary>
internal sealed class WatchRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
    /// <summary>Gateways probed at the same time.</summary>
    private const int AtOnce = 8;

    private const int LongestInterval = 7 * 24 * 60 * 60;

    /// <returns>The exit status of the last round.</returns>
    public async Task<int> RunAsync(ProbeArguments arguments, ProfileRead? profile, CancellationToken cancel)
    {
        var written = new StateOutput(arguments, output);
        var interval = arguments.Watch is null or (>= 1 and <= LongestInterval)
            ? TimeSpan.FromSeconds(arguments.Watch ?? 0)
            : throw new UsageException($"--watch {arguments.Watch}: from 1 to {LongestInterval} seconds.");
        var rounds = arguments.Watch is null ? 1 : arguments.Rounds is >= 0 ? arguments.Rounds : throw new UsageException($"--rounds {arguments.Rounds}: 0 for no end, or how often.");
        string?[] hosts = arguments.Targets is { } list ? [.. TargetFile.Read(list, surroundings.StandardInput)] : [arguments.Host];
        var status = ExitStatus.NothingFound;
        for (var round = 1; ; round++)
        {
            var began = surroundings.Clock.GetTimestamp();
            var (states, refused) = await AskAsync(hosts, arguments, profile, cancel);
            if (arguments is { Format: "text", Watch: not null, Output: null })
                output.WriteLine($"{states[0].At:u}");
            status = written.Write(states);
            if (round == rounds)
                return status;
            if (refused)
            {
                error.WriteLine("aovpn: the account was refused; from now on the gateway is asked without it, so that nobody is locked out.");
                arguments = arguments with { Certificate = null, PasswordFile = null, PasswordVariable = null };
            }

            var rest = interval - surroundings.Clock.GetElapsedTime(began);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, surroundings.Clock, cancel);
        }
    }

    private async Task<(GatewayState[] States, bool Refused)> AskAsync(string?[] hosts, ProbeArguments arguments, ProfileRead? profile, CancellationToken cancel)
    {
        var (states, refused) = (new GatewayState[hosts.Length], false);
        await Parallel.ForEachAsync(Enumerable.Range(0, hosts.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, token) =>
        {
            var settings = ProbeChoice.Of(arguments with { Host = hosts[i] ?? arguments.Host }, profile, surroundings.Clock.GetUtcNow());
            (states[i], var isRefused) = await ProbeAsync(settings, ProbeChoice.Plan(arguments, profile), token);
            refused |= isRefused;
        });
        return (states, refused);
    }

    private async Task<(GatewayState State, bool Refused)> ProbeAsync(ProbeSettings settings, ProbePlan plan, CancellationToken cancel)
    {
        var at = surroundings.Clock.GetUtcNow();
        var transcript = new Transcript(surroundings.Clock, null);
        var walk = await plan.RunAsync(settings, transcript, surroundings.Clock, cancel);
        var recorded = EvidenceIntake.Recorded(new Artifact(settings.Host, Host.Client), transcript.Lines, transcript.Entries);
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather([recorded], cancel);
        var diagnosis = new Engine(RuleBook.Default).Diagnose(evidence.Observations, evidence.Artifacts, new(surroundings.Clock.GetUtcNow(), null, Scope.Everything));
        return (GatewayStates.Of(settings.Host, walk.Address, at, evidence.Observations, diagnosis, walk.Steps), GatewayStates.IsRefused(evidence.Observations));
    }
}
