using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>
/// The initiator's side of IKEv2 (RFC 7296) without a socket or a clock: datagrams and times go in, datagrams to send and events come out. One
/// IKE SA; not for use from several threads at once. Whatever comes in ends in an event, never in an exception.
/// </summary>
public sealed class IkeInitiator
{
    private readonly IkeInitiatorSettings _settings;
    private readonly InitExchange _init;
    private readonly List<IkeEvent> _events = [];
    private OutstandingRequest? _outstanding;
    private SecuredMessages? _secured;
    private AuthExchange? _auth;
    private IkePort _port;
    private TimeSpan _began;
    private uint _nextMessageId = 1;
    private uint _expectedRequest;
    private IkeEnding? _endingAfterDelete;

    public IkeInitiator(IkeInitiatorSettings settings)
    {
        _settings = settings;
        _init = new(settings);
        _port = settings.StartsOnNatTraversal ? IkePort.NatTraversal : IkePort.Ike;
    }

    /// <summary>Null until it is over.</summary>
    public IkeEnding? Ending { get; private set; }

    /// <summary>The tunnel, once it stands.</summary>
    public ChildSa? Child { get; private set; }

    /// <summary>When <see cref="Tick"/> is due; null if nothing is waited for.</summary>
    public TimeSpan? Deadline => Ending is null && _outstanding is { } request ? Min(request.Deadline, _began + _settings.TimeLimit) : null;

    /// <summary>Begins.</summary>
    /// <param name="now">Any clock that never goes back; the same in all calls.</param>
    public ImmutableArray<IkeEvent> Start(TimeSpan now)
    {
        _began = now;
        SendInit(now);
        return Drain();
    }

    /// <summary>Takes a datagram of the gateway.</summary>
    public ImmutableArray<IkeEvent> Receive(IkeDatagram datagram, TimeSpan now)
    {
        if (Ending is not null || datagram.Message is not { } bytes)
            return [];

        try
        {
            var message = IkeMessage.Decode(bytes.Span);
            if (message.Damage is { } damage)
                throw damage;

            Take(bytes.Span, message, now);
        }
        catch (MalformedException malformed)
        {
            _events.Add(new IkeEvent.Discarded(malformed.Message));
        }

        return Drain();
    }

    /// <summary>Time has passed: sends again what is not answered, or gives up.</summary>
    public ImmutableArray<IkeEvent> Tick(TimeSpan now)
    {
        if (Ending is not null || _outstanding is not { } request)
            return [];

        if (now >= _began + _settings.TimeLimit)
            End(_endingAfterDelete ?? new IkeEnding.TimeOut());
        else if (now >= request.Deadline && !request.TrySend(now, _events))
            End(_endingAfterDelete ?? new IkeEnding.NoAnswer(request.Header.Exchange, request.Header.MessageId, request.Port, request.LargestDatagram));

        return Drain();
    }

    /// <summary>Deletes the IKE SA, and with it the tunnel; over once the gateway has confirmed, or does not.</summary>
    public ImmutableArray<IkeEvent> Close(TimeSpan now)
    {
        if (Ending is null && _endingAfterDelete is null)
            Leave(new IkeEnding.Done(), now);

        return Drain();
    }

    private void Take(ReadOnlySpan<byte> bytes, IkeMessage message, TimeSpan now)
    {
        var header = message.Header;
        if (header.InitiatorSpi != _init.InitiatorSpi || (header.ResponderSpi != _init.ResponderSpi && _secured is not null))
        {
            _events.Add(new IkeEvent.Discarded("a message of another IKE SA"));
            return;
        }

        if (!header.IsResponse)
        {
            TakeRequest(bytes, message);
            return;
        }

        if (_outstanding is not { } request || header.MessageId != request.Header.MessageId || header.Exchange != request.Header.Exchange)
        {
            _events.Add(new IkeEvent.Discarded($"an answer to {header.Exchange} {header.MessageId}, which nobody waits for"));
            return;
        }

        if (_secured is null)
            TakeInit(bytes, message, now);
        else if (_secured.Open(bytes, message) is { } payloads)
            TakeProtected(header, payloads, now);
    }

    private void TakeInit(ReadOnlySpan<byte> bytes, IkeMessage message, TimeSpan now)
    {
        var (again, ending) = _init.Take(bytes, message, _events);
        if (ending is not null || (!again && _settings.Goal is IkeGoal.Init or IkeGoal.Ask))
        {
            End(ending ?? new IkeEnding.Done());
            return;
        }

        if (again)
        {
            SendInit(now);
            return;
        }

        try
        {
            var keys = _init.Derive(message);
            _events.Add(new IkeEvent.Keyed(_init.InitiatorSpi, _init.ResponderSpi, keys));
            _secured = new(
                keys, ofInitiator: true, _init.Fragments ? SecuredMessages.LargestDatagram(_settings.FragmentSize, _settings.Remote.AddressFamily) : null, _settings.Random);
            _auth = new(_settings, _init, keys);
        }
        catch (MalformedException malformed)
        {
            End(new IkeEnding.Misbehaved($"public value of the gateway: {malformed.Problem}"));
            return;
        }

        if (_init.NatTraversal)
            _port = IkePort.NatTraversal;

        Send(ExchangeType.IkeAuth, _auth.First(), now);
    }

    private void TakeProtected(IkeHeader header, ImmutableArray<IkePayload> payloads, TimeSpan now)
    {
        _events.Add(new IkeEvent.Opened(header, IsSent: false, payloads));
        _outstanding = null;
        if (header.Exchange != ExchangeType.IkeAuth)
        {
            if (_endingAfterDelete is { } done)
                End(done);

            return;
        }

        var (next, ending) = _auth!.Take(header.MessageId, payloads, _events);
        if (next is { } payloadsToSend)
        {
            Send(ExchangeType.IkeAuth, payloadsToSend, now);
            return;
        }

        if (ending is null && _events.OfType<IkeEvent.ChildEstablished>().FirstOrDefault() is { } established)
        {
            Child = established.Child;
            return;
        }

        // The gateway forgets an IKE SA whose authentication it refused; whatever else was begun is deleted.
        if (ending is IkeEnding.Refused || _events.Any(one => one is IkeEvent.Eap { Event: Eap.EapEvent.Ended { Success: false } }))
            End(ending!);
        else
            Leave(ending ?? new IkeEnding.Done(), now);
    }

    /// <summary>The gateway asks: alive? deleted? Answered so that it does not ask again.</summary>
    private void TakeRequest(ReadOnlySpan<byte> bytes, IkeMessage message)
    {
        if (_secured is not { } secured || secured.Open(bytes, message) is not { } payloads)
            return;

        var header = message.Header;
        _events.Add(new IkeEvent.Opened(header, IsSent: false, payloads));
        if (header.MessageId > _expectedRequest)
            return;

        _expectedRequest = Math.Max(_expectedRequest, header.MessageId + 1);
        ImmutableArray<IkePayload> answer = header.Exchange == ExchangeType.Informational ? [] : [new NotifyPayload(NotifyMessageType.NoAdditionalSas)];
        var response = IkeHeader.Of(_init.InitiatorSpi, _init.ResponderSpi, header.Exchange, header.MessageId, fromInitiator: true, isResponse: true);
        foreach (var datagram in secured.Seal(response, answer, _port))
            _events.Add(new IkeEvent.Send(datagram, 1));

        if (payloads.OfType<DeletePayload>().Any(delete => delete.Protocol == IkeProtocol.Ike))
            End(_endingAfterDelete ?? new IkeEnding.DeletedByPeer());
    }

    private void SendInit(TimeSpan now)
    {
        var header = _init.Build();
        _outstanding = new(header, [IkeDatagram.Of(_port, _init.Request)], _settings.Retransmission);
        _outstanding.TrySend(now, _events);
    }

    private void Send(ExchangeType exchange, ImmutableArray<IkePayload> payloads, TimeSpan now, Retransmission? retransmission = null)
    {
        var header = IkeHeader.Of(_init.InitiatorSpi, _init.ResponderSpi, exchange, _nextMessageId++, fromInitiator: true, isResponse: false);
        _events.Add(new IkeEvent.Opened(header, IsSent: true, payloads));
        _outstanding = new(header, _secured!.Seal(header, payloads, _port), retransmission ?? _settings.Retransmission);
        _outstanding.TrySend(now, _events);
    }

    /// <summary>Tells the gateway to forget the IKE SA, then ends. A gateway that is not trusted is told so, as RFC 7296 §2.21.2 has it.</summary>
    private void Leave(IkeEnding ending, TimeSpan now)
    {
        if (_secured is null)
        {
            End(ending);
            return;
        }

        _endingAfterDelete = ending;
        Send(ExchangeType.Informational, ending is IkeEnding.GatewayNotTrusted ? [new NotifyPayload(NotifyMessageType.AuthenticationFailed)] : [DeletePayload.IkeSa], now, Retransmission.Brisk);
    }

    private void End(IkeEnding ending)
    {
        (Ending, _outstanding) = (ending, null);
        _events.Add(new IkeEvent.Ended(ending));
    }

    private ImmutableArray<IkeEvent> Drain()
    {
        ImmutableArray<IkeEvent> events = [.. _events];
        _events.Clear();
        return events;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
