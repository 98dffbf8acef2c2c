using System.Net;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>All messages of one IKE SA, by the SPI that its initiator chose.</summary>
internal sealed class IkeConversation(Artifact artifact)
{
    private readonly Dictionary<(bool FromInitiator, uint MessageId, byte Type), IkeExchange> _exchanges = [];
    private readonly HashSet<(bool FromInitiator, bool IsResponse, uint MessageId, uint Length)> _observed = [];

    /// <summary>The responder: the VPN server.</summary>
    public IPEndPoint? Server { get; private set; }

    public IEnumerable<Observation> Take(CapturedMessage.OfIke captured)
    {
        var header = captured.Message.Header;
        Server = header.FromInitiator ? captured.To : captured.From;
        var requester = header.IsResponse ? !header.FromInitiator : header.FromInitiator;
        var key = (requester, header.MessageId, header.Exchange.Value);
        if (!_exchanges.TryGetValue(key, out var exchange))
            _exchanges[key] = exchange = new(requester, header);
        exchange.Take(captured.Frame, captured.At, captured.Message, Server.Port);

        // The same message sent again says nothing new.
        return _observed.Add((header.FromInitiator, header.IsResponse, header.MessageId, header.Length))
            ? IkeObserver.Observe(header, captured.Message.Payloads, header.FromInitiator ? Host.Client : Host.VpnServer, Cite(captured.Frame), At(captured.At))
            : [];
    }

    /// <summary>What was never answered, and of what only pieces came.</summary>
    public IEnumerable<Observation> End(DateTimeOffset? end)
    {
        foreach (var exchange in _exchanges.Values)
        {
            if (exchange.IsAnswered || exchange.Transmissions == 0 || !Patience.IsOver(exchange.Transmissions, exchange.First, end))
                continue;

            var silent = exchange.FromInitiator ? Host.VpnServer : Host.Client;
            yield return new ExchangeUnanswered(
                Cite(exchange.LastFrame), silent, At(exchange.Last), exchange.Type.Value, exchange.MessageId, exchange.Port, exchange.LargestDatagram)
            {
                Transmissions = exchange.Transmissions,
            };
            if (exchange.RequestPieces is { } request && request.Seen < request.Total)
                yield return Lost(exchange, exchange.FromInitiator ? Host.Client : Host.VpnServer, request);
            if (exchange.ResponsePieces is { } response && response.Seen < response.Total)
                yield return Lost(exchange, silent, response);
        }
    }

    private FragmentsLost Lost(IkeExchange exchange, Host sender, (int Seen, int Total) pieces) =>
        new(Cite(exchange.LastFrame), sender, At(exchange.Last), FragmentedBy.Ike, exchange.Port, pieces.Seen, pieces.Total);

    private Citation Cite(long frame) => new(artifact, new Locator.Frame(frame));

    private static When? At(DateTimeOffset? at) => at is { } instant ? When.Utc(instant, Host.Unknown) : null;
}
