using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Probes.Scanning;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Reports.Monitoring;

namespace Aovpn.Cli.Monitoring;

/// <summary>What monitoring wants to know, from a scan's answers or from a probe's observations and findings.</summary>
internal static class GatewayStates
{
    private const int Ike = 500, NatTraversal = 4500;

    /// <returns>One for each address, then one for each name without any.</returns>
    public static IEnumerable<GatewayState> Of(ImmutableArray<ScanAnswer> answers, ImmutableArray<(string Host, string Problem)> unknown, DateTimeOffset at) =>
        answers.GroupBy(answer => (answer.Target.Host, answer.Target.Endpoint.Address))
            .Select(gateway => new GatewayState(gateway.Key.Host, gateway.Key.Address.ToString(), at) { Ports = [.. gateway.Select(Port)] })
            .Concat(unknown.Select(name => new GatewayState(name.Host, null, at) { Problem = name.Problem }));

    /// <summary>An account was tried and not accepted.</summary>
    public static bool IsRefused(ImmutableArray<Observation> observations) =>
        observations.OfType<EapAuthentication>().Any(one => one is { IsStranger: false, End: not (EapEnd.Accepted or EapEnd.NoCredentials or EapEnd.ServerNotTrusted) });

    /// <param name="address">Where the gateway is; null when its name has no address.</param>
    public static GatewayState Of(
        string host, IPAddress? address, DateTimeOffset at, ImmutableArray<Observation> observations, Diagnosis.Model.Diagnosis diagnosis, ImmutableArray<(string Step, TimeSpan Took)> steps)
    {
        var outside = observations.OfType<Reached>().Where(one => one is { Inside: false, Protocol: "udp", Port: Ike or NatTraversal }).ToArray();
        return new(host, address?.ToString(), at)
        {
            Ports = [.. outside.GroupBy(one => one.Port!.Value).OrderBy(port => port.Key).Select(port => new PortState(port.Key, port.Any(one => one.Answered is true), port.Any(one => one.Answered is true) ? "answers" : ""))],
            Connects = IsRefused(observations) ? false : observations.OfType<ConnectionProbed>().Select(one => (bool?)one.Established).LastOrDefault(),
            Certificates =
            [
                .. observations.OfType<CertificateSeen>()
                    .Where(one => one is { Use: CertificateUse.Ike or CertificateUse.Sstp or CertificateUse.Eap, About.Role: HostRole.VpnServer or HostRole.NpsServer, Certificate.NotAfter: not null })
                    .DistinctBy(one => (one.About.Role, one.Certificate.Thumbprint ?? one.Certificate.Subject))
                    .Select(one => new CertificateState(
                        one.About.Role is HostRole.VpnServer ? "gateway" : "radius", one.Certificate.CommonName, Math.Round((one.Certificate.NotAfter!.Value.First - at.UtcDateTime).TotalDays, 2))),
            ],
            Steps = [.. steps.Select(step => new StepTime(step.Step, Math.Round(step.Took.TotalSeconds, 4)))],
            Causes = [.. diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Found).Select(finding => finding.Page.Id)],
        };
    }

    private static PortState Port(ScanAnswer answer) => new(
        answer.Target.Port is IkePort.Ike ? Ike : NatTraversal,
        answer.IsAnswered,
        answer switch
        {
            { Problem: { } problem } => problem,
            { IsAnswered: false } => "",
            { TakesIkev2: true } => "answers",
            { Ending: IkeEnding.Refused refused } => $"answers {refused.Error}",
            { Ending: IkeEnding.Redirected redirected } => $"sends clients to {redirected.Gateway}",
            { Ending: IkeEnding.Misbehaved misbehaved } => $"answers, but {misbehaved.Problem}",
            _ => "answers with a cookie only",
        },
        answer.RoundTrip?.TotalSeconds,
        answer.Transmissions);
}
