using System.Net;
using Aovpn.Codecs.Pptp;

namespace Aovpn.Codecs.Pcap.Dissection;

/// <summary>The TCP connections of a capture, each direction by itself, with what runs on them: TLS, wherever it begins, and PPTP's control connection.</summary>
internal sealed class TcpConnections
{
    private const int MostTracked = 65_536;

    private readonly Dictionary<(IPEndPoint, IPEndPoint), TcpTalk> _directions = [];

    public void Take(TcpSegment segment, Place place, List<CapturedMessage> found)
    {
        if (segment.Syn || segment.Rst)
            found.Add(new CapturedMessage.OfTcp(place.Frame, place.At, place.From, place.To, segment.Syn, segment.Ack, segment.Rst));

        var key = (place.From, place.To);
        if (segment.Syn || !_directions.TryGetValue(key, out var talk))
        {
            if (_directions.Count >= MostTracked && !_directions.ContainsKey(key))
                return;
            if (segment.Syn && _directions.TryGetValue(key, out talk) && talk.IsFresh)
                return; // the SYN again
            _directions[key] = talk = new TcpTalk(place.From.Port == PptpMessage.Port || place.To.Port == PptpMessage.Port);
        }

        foreach (var bytes in talk.Direction.Add(segment))
            talk.Take(bytes, place, found);
    }
}
