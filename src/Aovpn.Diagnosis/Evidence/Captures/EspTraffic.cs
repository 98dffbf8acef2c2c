using System.Net;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Codecs.Pptp;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>Whether what carries the user's traffic flows both ways: ESP for IKEv2 and L2TP, GRE for PPTP.</summary>
internal sealed class EspTraffic(Artifact artifact)
{
    /// <summary>Fewer packets one way may wait for an answer still.</summary>
    private const int Enough = 3;

    private readonly Dictionary<(IPAddress From, IPAddress To, string Protocol), Flow> _flows = [];
    private readonly HashSet<IPAddress> _pptpServers = [];

    private sealed record Flow(long Count, long LastFrame, DateTimeOffset? First, int Port);

    public void Take(CapturedMessage message)
    {
        if (message is CapturedMessage.OfPptp { Message: var control })
        {
            if (control.Type == PptpMessageType.OutgoingCallReply && control.Result == 1)
                _pptpServers.Add(message.From.Address);
            return;
        }

        var key = (message.From.Address, message.To.Address, message is CapturedMessage.OfEsp ? "esp" : "gre");
        var before = _flows.GetValueOrDefault(key);
        _flows[key] = new((before?.Count ?? 0) + 1, message.Frame, before?.First ?? message.At, message.To.Port);
    }

    public IEnumerable<Observation> End(DateTimeOffset? end)
    {
        foreach (var ((from, to, protocol), flow) in _flows)
        {
            var answered = _flows.ContainsKey((to, from, protocol));
            var towardsServer = protocol == "gre" ? _pptpServers.Contains(to) : flow.Port == 4500;
            if (!towardsServer || (!answered && (flow.Count < Enough || !Patience.IsOver((int)Math.Min(flow.Count, int.MaxValue), flow.First, end))))
                continue;
            yield return Seen(to, protocol, protocol == "esp" ? flow.Port : null, answered, flow.LastFrame, flow.First);
        }
    }

    private Reached Seen(IPAddress server, string protocol, int? port, bool answered, long frame, DateTimeOffset? at) => new(
        new(artifact, new Locator.Frame(frame)), Host.VpnServer, at is { } instant ? When.Utc(instant, Host.Unknown) : null, server.ToString(), protocol, port, answered, Inside: false);
}
