using Aovpn.Cli.Probing;
using Aovpn.Probes.Scanning;

namespace Aovpn.Cli.Monitoring;

/// <summary>One run of <c>aovpn probe --targets FILE</c>: is IKEv2 answered on both ports of every gateway, all asked at once?</summary>
internal sealed class ScanRun(Surroundings surroundings, TextWriter output)
{
    public async Task<int> RunAsync(ProbeArguments arguments, CancellationToken cancel)
    {
        var written = new StateOutput(arguments, output);
        var hosts = TargetFile.Read(arguments.Targets!, surroundings.StandardInput);
        var pace = Pace(arguments);
        if (arguments.DryRun)
        {
            output.WriteLine($"names: A and AAAA of {hosts.Length} gateways asked of this machine's resolvers");
            output.WriteLine($"scan: IKE_SA_INIT to UDP {arguments.Port} and {arguments.Port4500} of each address, up to {pace.Transmissions} times, no more than {pace.DatagramsPerSecond} datagrams a second");
            return ExitStatus.NothingFound;
        }

        var (targets, unknown) = await ScanNames.LookUpAsync(hosts, arguments.Port, arguments.Port4500, cancel);
        var at = surroundings.Clock.GetUtcNow();
        var answers = await GatewayScan.RunAsync(targets, pace, surroundings.Clock, cancel);
        return written.Write([.. GatewayStates.Of(answers, unknown, at)]);
    }

    private static ScanPace Pace(ProbeArguments arguments) => ScanPace.Default with
    {
        DatagramsPerSecond = arguments.Rate is >= 1 and <= 1_000_000 ? arguments.Rate : throw new UsageException($"--rate {arguments.Rate}: from 1 to 1000000 datagrams a second."),
    };
}
