using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>Windows' filtering platform on the client drops packets to UDP 500 or 4500 (events 5152, 5157).</summary>
public sealed class ClientFirewallBlocks() : Rule<EventLogged>(HostRole.Client, "filtering-events")
{
    private const int PacketBlocked = 5152, ConnectionBlocked = 5157;

    protected override Verdict? Judge(EventLogged seen, CaseFile file)
    {
        var port = seen.Data.GetValueOrDefault("DestPort");
        return seen.EventId is (PacketBlocked or ConnectionBlocked) && port is ("500" or "4500")
            ? Verdict.Found($"the client's own filtering blocks packets to port {Hole.Plain(port)} ({Code.Event((uint)seen.EventId)})", seen.Cite("DestPort"))
            : null;
    }
}
