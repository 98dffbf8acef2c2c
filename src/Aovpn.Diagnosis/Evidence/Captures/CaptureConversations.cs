using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Ike.Keys;
using Aovpn.Codecs.Pcap;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>Everybody who talks in a capture, sorted by who talks to whom.</summary>
internal sealed class CaptureConversations
{
    /// <summary>More attempts than this in one capture are a flood, not evidence of one failure.</summary>
    private const int MostConversations = 65_536;

    private readonly Artifact _artifact;
    private readonly ImmutableArray<IkeSaKeys> _keys;
    private readonly Dictionary<ulong, IkeConversation> _ike = [];
    private readonly PortsReached _ports;
    private readonly RadiusConversations _radius;
    private readonly TlsServers _tls;
    private readonly EspTraffic _esp;
    private readonly LostFragments _fragments;
    private DateTimeOffset? _end;

    public CaptureConversations(Artifact artifact, ImmutableArray<IkeSaKeys> keys)
    {
        (_artifact, _keys) = (artifact, keys);
        _ports = new(artifact);
        _radius = new(artifact);
        _tls = new(artifact);
        _esp = new(artifact);
        _fragments = new(artifact);
    }

    /// <summary>Notes how far the capture goes: what was sent last may be answered after it.</summary>
    public void Frame(DateTimeOffset? at) => _end = at ?? _end;

    public IEnumerable<Observation> Take(CapturedMessage message)
    {
        _ports.Take(message);
        switch (message)
        {
            case CapturedMessage.OfIke ike:
                return Conversation(ike.Message.Header.InitiatorSpi)?.Take(ike) ?? [];
            case CapturedMessage.OfRadius radius:
                return _radius.Take(radius);
            case CapturedMessage.OfTlsHandshake tls:
                _tls.Take(tls);
                return [];
            case CapturedMessage.OfEsp or CapturedMessage.OfPptpGre or CapturedMessage.OfPptp:
                _esp.Take(message);
                return [];
            default:
                return [];
        }
    }

    /// <summary>What only the whole capture shows: what never came.</summary>
    public IEnumerable<Observation> End(IEnumerable<IncompletePacket> incomplete)
    {
        var gateways = new HashSet<IPAddress>();
        foreach (var conversation in _ike.Values)
        {
            if (conversation.Server is { } server)
                gateways.Add(server.Address);
            foreach (var seen in conversation.End(_end))
                yield return seen;
        }

        foreach (var seen in _ports.End(gateways, _end).Concat(_radius.End(_end)).Concat(_tls.End(gateways)).Concat(_esp.End(_end)).Concat(_fragments.Of(incomplete, gateways)))
            yield return seen;
    }

    private IkeConversation? Conversation(ulong initiatorSpi)
    {
        if (!_ike.TryGetValue(initiatorSpi, out var conversation) && _ike.Count < MostConversations)
            _ike[initiatorSpi] = conversation = new(_artifact, _keys);
        return conversation;
    }
}
