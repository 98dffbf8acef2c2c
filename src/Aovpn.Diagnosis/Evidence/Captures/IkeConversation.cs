using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.Keys;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>All messages of one IKE SA, by the SPI that its initiator chose.</summary>
/// <param name="keys">Of any IKE SA; what was encrypted with those of this one is looked into.</param>
internal sealed class IkeConversation(Artifact artifact, ImmutableArray<IkeSaKeys> keys)
{
    private readonly Dictionary<(bool FromInitiator, uint MessageId, byte Type), IkeExchange> _exchanges = [];
    private readonly HashSet<(bool FromInitiator, bool IsResponse, uint MessageId, uint Length)> _observed = [];

    private readonly OpenedIke _opened = new(keys);
    private readonly EapServerFlight _eap = new(artifact);
    private bool? _wantsEap;

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

        if (_opened.Take(captured) is { } inside)
            return Inside(captured, inside);

        // The same message sent again says nothing new.
        return _observed.Add((header.FromInitiator, header.IsResponse, header.MessageId, header.Length))
            ? IkeObserver.Observe(header, captured.Message.Payloads, header.FromInitiator ? Host.Client : Host.VpnServer, Cite(captured.Frame), At(captured.At))
            : [];
    }

    /// <summary>What was never answered, and of what only pieces came.</summary>
    public IEnumerable<Observation> End(DateTimeOffset? end)
    {
        if (_opened.Problem is { } problem)
            yield return new Unreadable(new(artifact, Locator.All), Message.Of($"an IKE SA could not be opened with the keys given: {Hole.Plain(problem)}; what is not encrypted was read"));
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

    /// <summary>What keys show: the same as a probe's transcript of its own messages.</summary>
    private IEnumerable<Observation> Inside(CapturedMessage.OfIke captured, ImmutableArray<IkePayload> payloads)
    {
        var header = captured.Message.Header;
        if (header.FromInitiator && header is { IsResponse: false, MessageId: 1 } && header.Exchange == ExchangeType.IkeAuth)
            _wantsEap = !payloads.Any(payload => payload is AuthenticationPayload);
        foreach (var seen in IkeObserver.Observe(header, payloads, header.FromInitiator ? Host.Client : Host.VpnServer, Cite(captured.Frame), At(captured.At)))
            yield return seen is IkeErrorNotified error && !header.FromInitiator ? error with { ClientWantedEap = _wantsEap } : seen;
        if (header.FromInitiator)
            yield break;
        foreach (var eap in payloads.OfType<EapPayload>())
        {
            foreach (var seen in _eap.Take([.. eap.Packet], captured.Frame, captured.At))
                yield return seen;
        }
    }

    private FragmentsLost Lost(IkeExchange exchange, Host sender, (int Seen, int Total) pieces) =>
        new(Cite(exchange.LastFrame), sender, At(exchange.Last), FragmentedBy.Ike, exchange.Port, pieces.Seen, pieces.Total);

    private Citation Cite(long frame) => new(artifact, new Locator.Frame(frame));

    private static When? At(DateTimeOffset? at) => at is { } instant ? When.Utc(instant, Host.Unknown) : null;
}
