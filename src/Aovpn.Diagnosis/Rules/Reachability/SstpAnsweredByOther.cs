using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>On TCP 443 something answers that is not the VPN server's SSTP: it refuses with an HTTP status (RasSstp 4).</summary>
public sealed class SstpAnsweredByOther() : Rule<EventLogged>(HostRole.Unknown, "sstp-events")
{
    private const int Refused = 4;

    public override System.Collections.Immutable.ImmutableArray<Need> Needs => [new("sstp-events", HostRole.Client)];

    protected override Verdict? Judge(EventLogged seen, CaseFile file)
    {
        if (seen is not { EventId: Refused, Provider: "RasSstp" })
            return null;

        var status = seen.Data.GetValueOrDefault("HTTPResponseCode") ?? seen.Data.GetValueOrDefault("1");
        return Verdict.Found($"what answers on TCP 443 refuses SSTP{(status is null ? Hole.Plain("") : Hole.Plain($" with HTTP status {status}"))} (RasSstp {Refused})", seen.Cite(nameof(EventLogged.EventId)));
    }
}
