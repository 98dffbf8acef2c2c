using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Probes.Sessions.L2tp;

namespace Aovpn.Probes.Steps.Tunnels;

/// <summary>One L2TP/IPsec connection over UDP, driven until LCP is open, the gateway refuses, or one of its stages stays without an answer. Then it is deleted.</summary>
internal sealed class L2tpWalk(ProbeSettings settings, GatewayAddress gateway, Secret psk, TimeProvider clock, TimeSpan[] waits) : IDisposable
{
    private readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>();
    private readonly Dictionary<IkePort, UdpChannel> _channels = [];
    private bool _natTraversalAnswered;

    /// <param name="entry">What is known before.</param>
    public async Task<TranscriptEntry.Tunnel> RunAsync(TranscriptEntry.Tunnel entry, CancellationToken cancel)
    {
        try
        {
            var connection = Connection();
            var refusal = await TalkAsync(connection, connection.Begin(), () => connection.IsOver, cancel);
            Send(connection.End());
            return await TellAsync(entry, connection, refusal, cancel);
        }
        catch (SocketException error)
        {
            return entry with { Problem = error.SocketErrorCode.ToString() };
        }
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }

    private async Task<TranscriptEntry.Tunnel> TellAsync(TranscriptEntry.Tunnel entry, L2tpConnection connection, SocketError? refusal, CancellationToken cancel)
    {
        // The first message to UDP 4500 is the first that needs the pre-shared key, too: silence there has two reasons, and a first message settles which.
        var silent = connection is { IsOver: false, Stage: L2tpStage.Identity };
        var goesOn = _natTraversalAnswered || (silent && refusal is null && await AnswersOnNatTraversalAsync(cancel));
        var waited = refusal?.ToString() ?? (connection.Damage is { } damage ? $"no answer that can be read: {damage}" : "no answer in time");
        return entry with
        {
            Answered = connection.IsAnswered,
            Refused = !connection.IsAnswered && refusal is { } error && ConnectedUdp.IsPortClosed(error),
            Stage = silent && !goesOn ? "nat-traversal" : Word(connection.Stage),
            Problem = connection.Problem ?? (connection.IsOver || (!connection.IsAnswered && refusal is null) ? null : waited),
            Server = Server(connection),
            Proved = connection.Stage > L2tpStage.Identity ? true : connection.Stage is L2tpStage.Identity && goesOn ? false : null,
            NatTraversalAnswered = connection.Stage >= L2tpStage.Identity ? goesOn : null,
            Authentication = connection.Stage >= L2tpStage.Link ? [.. connection.Session.Link.Asked.Select(asked => asked.ToString())] : null,
        };
    }

    private L2tpConnection Connection()
    {
        var local = ChannelOf(IkePort.Ike).Local.Address;
        return new(new(local, new IPEndPoint(gateway.Address, settings.IkePort), psk));
    }

    /// <returns>What the system says where a port is closed; null otherwise.</returns>
    private async Task<SocketError?> TalkAsync(L2tpConnection connection, ImmutableArray<IkeDatagram> first, Func<bool> isOver, CancellationToken cancel)
    {
        Send(first);
        for (var (attempt, began) = (0, clock.GetTimestamp()); !isOver();)
        {
            if (await NextAsync(waits[attempt] - clock.GetElapsedTime(began), cancel) is not { } arrival)
            {
                if (++attempt == waits.Length)
                    return null;
                began = clock.GetTimestamp();
                Send(connection.Repeat());
                continue;
            }

            if (arrival.Error is { } error)
                return error;
            var (port, stage) = (_channels.First(pair => pair.Value == arrival.Channel).Key, connection.Stage);
            _natTraversalAnswered |= port is IkePort.NatTraversal;
            Send(connection.Take(new(port, arrival.Bytes)));
            if (connection.Stage != stage)
                (attempt, began) = (0, clock.GetTimestamp());
        }

        return null;
    }

    private async Task<bool> AnswersOnNatTraversalAsync(CancellationToken cancel)
    {
        var asked = Connection();
        var first = IkeDatagram.Of(IkePort.NatTraversal, asked.Begin()[0].Bytes.ToArray());
        foreach (var wait in waits)
        {
            Send([first]);
            var began = clock.GetTimestamp();
            while (await NextAsync(wait - clock.GetElapsedTime(began), cancel) is { Error: null } arrival)
            {
                if (_channels.TryGetValue(IkePort.NatTraversal, out var channel) && arrival.Channel == channel)
                    return true;
            }
        }

        return false;
    }

    private async Task<Arrival?> NextAsync(TimeSpan wait, CancellationToken cancel)
    {
        if (_arrivals.Reader.TryRead(out var there))
            return there;
        if (wait <= TimeSpan.Zero)
            return null;
        using var time = new CancellationTokenSource(wait, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            return await _arrivals.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Send(ImmutableArray<IkeDatagram> datagrams)
    {
        foreach (var datagram in datagrams)
            ChannelOf(datagram.Port).Send(datagram.Bytes.Span);
    }

    private UdpChannel ChannelOf(IkePort port)
    {
        if (!_channels.TryGetValue(port, out var channel))
            _channels[port] = channel = new(gateway.Endpoint(port), _arrivals.Writer);
        return channel;
    }

    /// <summary>What the gateway chose, and what it calls itself.</summary>
    private static string? Server(L2tpConnection connection) =>
        string.Join("; ", new[] { connection.MainModeChosen?.ToString(), connection.QuickModeChosen is { } esp ? $"ESP {esp}" : null, connection.Session.Server }.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string Word(L2tpStage stage) => stage switch
    {
        L2tpStage.Link => "lcp",
        L2tpStage.LinkOpen => "open",
        _ => Diagnosis.Model.KebabCase.Of(stage.ToString()),
    };
}
