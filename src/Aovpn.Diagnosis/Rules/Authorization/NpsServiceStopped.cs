using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>The service of NPS (IAS) does not run. Page: NpsServiceStopped.md.</summary>
public sealed class NpsServiceStopped() : Rule<ServiceSeen>(HostRole.Unknown, "nps-service")
{
    private const string Service = "IAS";

    public override ImmutableArray<Need> Needs => [new("nps-service", HostRole.NpsServer)];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var verdict in base.Judge(file))
            yield return verdict;
        foreach (var verdict in GatewayRemarks.Of(file, GatewayRemark.RadiusPortClosed, Host.NpsServer))
            yield return verdict;
        foreach (var seen in file.All<RadiusProbed>().Where(seen => seen is { Result: RadiusProbeResult.PortClosed, Question: not "accounting" }))
        {
            yield return Verdict.Found(
                $"nothing listens on {Hole.Address(seen.Endpoint ?? "the RADIUS port")}: the host answers that the port is unreachable",
                seen.Cite(nameof(RadiusProbed.Result))) with { About = seen.About, At = seen.At };
        }
    }

    protected override Verdict? Judge(ServiceSeen seen, CaseFile file)
    {
        if (!seen.Service.Equals(Service, StringComparison.OrdinalIgnoreCase) || seen.Running is not { } running || IsOutdated(seen, file))
            return null;
        var place = seen.Cite(nameof(ServiceSeen.Running));
        var verdict = running ? Verdict.RuledOut($"the service {Hole.Plain(Service)} of NPS runs", place) : Verdict.Found($"the service {Hole.Plain(Service)} of NPS does not run", place);
        return verdict with { About = seen.About.Or(Host.NpsServer) };
    }

    /// <summary>Event 7036 tells each stop and start; the last one counts.</summary>
    private static bool IsOutdated(ServiceSeen seen, CaseFile file) => seen.At is { } at && file.All<ServiceSeen>().Any(other =>
        other.About == seen.About && other.Running is not null && other.At?.Wall > at.Wall && other.Service.Equals(Service, StringComparison.OrdinalIgnoreCase));
}
