using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>On TCP 443 something answers that is not the VPN server's SSTP: it refuses with an HTTP status (RasSstp 4).</summary>
public sealed class SstpAnsweredByOther() : Rule<EventLogged>(HostRole.Unknown, "sstp-events")
{
    private const int Refused = 4;

    public override System.Collections.Immutable.ImmutableArray<Need> Needs => [new("sstp-events", HostRole.Client)];

    public override IEnumerable<Verdict> Judge(CaseFile file) => base.Judge(file).Concat(file.All<TunnelTypeProbed>().Where(probed => probed.TunnelType == "SSTP").Select(Probed).OfType<Verdict>());

    private static Verdict? Probed(TunnelTypeProbed probed) => (probed switch
    {
        { HttpStatus: 200 } => Verdict.RuledOut($"SSTP answers on TCP 443", probed.Cite(nameof(TunnelTypeProbed.HttpStatus))),
        { HttpStatus: { } status } => Verdict.Found($"what answers on TCP 443 refuses SSTP with HTTP status {status}", probed.Cite(nameof(TunnelTypeProbed.HttpStatus))),
        { Stage: "http", Problem: { } problem } => Verdict.Found($"what answers on TCP 443 is not SSTP: {Hole.Plain(problem)}", probed.Cite(nameof(TunnelTypeProbed.Stage))),
        _ => null,
    }) is { } verdict ? verdict with { About = Host.VpnServer, At = probed.At } : null;

    protected override Verdict? Judge(EventLogged seen, CaseFile file)
    {
        if (seen is not { EventId: Refused, Provider: "RasSstp" })
            return null;

        var status = seen.Data.GetValueOrDefault("HTTPResponseCode") ?? seen.Data.GetValueOrDefault("1");
        return Verdict.Found($"what answers on TCP 443 refuses SSTP{(status is null ? Hole.Plain("") : Hole.Plain($" with HTTP status {status}"))} (RasSstp {Refused})", seen.Cite(nameof(EventLogged.EventId)));
    }
}
