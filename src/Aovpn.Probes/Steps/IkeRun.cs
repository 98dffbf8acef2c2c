using System.Collections.Immutable;
using System.Net.Sockets;
using System.Threading.Channels;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Steps;

/// <summary>
/// Runs one IKE session over UDP and writes it down. Ends with the session, or where the system says again and again that nobody is there. A tunnel
/// that stands is left standing until <see cref="CloseAsync"/>.
/// </summary>
public sealed class IkeRun : IDisposable
{
    /// <summary>One ICMP message may be forged or belong to a restart; two in a row, with no answer, are the answer.</summary>
    private const int RefusalsBelieved = 2;

    private readonly string _session;
    private readonly GatewayAddress _gateway;
    private readonly Transcript _transcript;
    private readonly TimeProvider _clock;
    private readonly ChannelOpener _open;
    private readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>(new() { SingleReader = true });
    private readonly Dictionary<IkePort, IDatagramChannel> _channels = [];
    private readonly IkeInitiator _initiator;
    private readonly long _began;
    private int _refusals;

    /// <param name="session">Its name in the transcript.</param>
    /// <param name="purpose">address, reach, suite, large, stranger, connect.</param>
    /// <param name="settings">From the local endpoint that the system chose and the remote one.</param>
    /// <exception cref="SocketException">There is no route to the gateway.</exception>
    public IkeRun(string session, string purpose, GatewayAddress gateway, Func<System.Net.IPEndPoint, System.Net.IPEndPoint, IkeInitiatorSettings> settings, Transcript transcript, TimeProvider clock, ChannelOpener open, bool startsOnNatTraversal = false)
    {
        (_session, _gateway, _transcript, _clock, _open, _began) = (session, gateway, transcript, clock, open, clock.GetTimestamp());
        transcript.Add(new TranscriptEntry.Session(transcript.Now, session, purpose, gateway.Host, gateway.Address.ToString()));
        var first = ChannelOf(startsOnNatTraversal ? IkePort.NatTraversal : IkePort.Ike);
        _initiator = new(settings(first.Local, first.Remote) with { StartsOnNatTraversal = startsOnNatTraversal });
    }

    public IkeEnding? Ending => _initiator.Ending;

    public ChildSa? Child => _initiator.Child;

    /// <summary>The channel that ESP in UDP shares with IKE.</summary>
    public IDatagramChannel NatTraversal => ChannelOf(IkePort.NatTraversal);

    /// <summary>Takes each datagram of port 4500 that is no IKE message: ESP.</summary>
    public Action<ReadOnlyMemory<byte>>? EspReceived { get; set; }

    /// <summary>All events so far.</summary>
    public List<IkeEvent> Events { get; } = [];

    /// <summary>Until the session is over, or its tunnel stands.</summary>
    public Task RunAsync(CancellationToken cancel)
    {
        Handle(_initiator.Start(Elapsed));
        return PumpAsync(() => _initiator.Child is not null, cancel);
    }

    /// <summary>Lets the session answer the gateway, and ESP come in, until the task is done; meanwhile the caller uses the tunnel.</summary>
    public Task ServeAsync(Task until, CancellationToken cancel) => PumpAsync(() => until.IsCompleted, cancel);

    /// <summary>Deletes what the session began.</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        Handle(_initiator.Close(Elapsed));
        await PumpAsync(() => false, cancel);
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }

    private TimeSpan Elapsed => _clock.GetElapsedTime(_began);

    private async Task PumpAsync(Func<bool> isEnough, CancellationToken cancel)
    {
        while (_initiator.Ending is null && !isEnough() && _refusals < RefusalsBelieved)
        {
            if (await NextAsync(cancel) is { } arrival)
                Take(arrival);
            else
                Handle(_initiator.Tick(Elapsed));
        }

        if (_initiator.Ending is null && _refusals >= RefusalsBelieved && !isEnough())
            _transcript.Add(new TranscriptEntry.Ended(_transcript.Now, _session, "unreachable"));
    }

    /// <returns>Null when the time has come for the session's next step.</returns>
    private async Task<Arrival?> NextAsync(CancellationToken cancel)
    {
        if (_arrivals.Reader.TryRead(out var there))
            return there;

        var wait = (_initiator.Deadline - Elapsed) ?? TimeSpan.FromMilliseconds(50);
        if (wait <= TimeSpan.Zero)
            return null;

        using var limit = new CancellationTokenSource(wait, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await _arrivals.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Take(Arrival arrival)
    {
        var port = _channels.First(pair => pair.Value == arrival.Channel).Key;
        if (arrival.Error is { } error)
        {
            Refused(port, error);
            return;
        }

        var datagram = new IkeDatagram(port, arrival.Bytes);
        if (datagram.Message is null && port is IkePort.NatTraversal && EspReceived is { } esp)
        {
            esp(arrival.Bytes);
            return;
        }

        _refusals = 0;
        _transcript.Received(_session, datagram, arrival.Channel.Remote.ToString());
        Handle(_initiator.Receive(datagram, Elapsed));
    }

    private void Handle(ImmutableArray<IkeEvent> events)
    {
        foreach (var happened in events)
        {
            Events.Add(happened);
            if (happened is IkeEvent.Send send)
                Send(send);
            else
                _transcript.Add(_session, happened);
        }
    }

    private void Send(IkeEvent.Send send)
    {
        var channel = ChannelOf(send.Datagram.Port);
        _transcript.Sent(_session, send.Datagram, channel.Remote.ToString(), send.Transmission);
        if (channel.Send(send.Datagram.Bytes.Span) is { } error)
            Refused(send.Datagram.Port, error);
    }

    private void Refused(IkePort port, SocketError error)
    {
        _refusals++;
        var problem = error switch
        {
            _ when ConnectedUdp.IsPortClosed(error) => "port-unreachable",
            SocketError.HostUnreachable => "host-unreachable",
            SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable => "network-unreachable",
            SocketError.MessageSize => "too-large",
            _ => error.ToString(),
        };
        _transcript.Unreachable(_session, port, _gateway.Endpoint(port).ToString(), problem);
    }

    private IDatagramChannel ChannelOf(IkePort port)
    {
        if (!_channels.TryGetValue(port, out var channel))
            _channels[port] = channel = _open(_gateway.Endpoint(port), _arrivals.Writer);

        return channel;
    }
}
