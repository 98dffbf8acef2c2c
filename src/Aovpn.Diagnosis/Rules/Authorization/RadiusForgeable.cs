using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>The RADIUS server answers requests that bear no Message-Authenticator: CVE-2024-3596, BlastRADIUS. Page: RadiusForgeable.md.</summary>
public sealed class RadiusForgeable() : FleetRule
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<RadiusProbed>().Where(seen => seen is { Question: RadiusProbed.Unsigned, Result: RadiusProbeResult.Answered or RadiusProbeResult.Silent }))
        {
            var (server, proof) = (Hole.Address(seen.Endpoint ?? "the RADIUS server"), seen.Cite(nameof(RadiusProbed.Result)));
            yield return (seen.Result is RadiusProbeResult.Answered
                ? Verdict.Found($"{server} answers a password request without Message-Authenticator: such answers can be forged", proof)
                : Verdict.RuledOut($"{server} does not answer a request without Message-Authenticator", proof)) with { About = seen.About, At = seen.At };
        }
    }
}
