using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aovpn.Codecs.Ike;

namespace Aovpn.Bench.Scan;

/// <summary>Gateways of loopback, an address each, that answer every IKE_SA_INIT after a delay with the group that they want instead.</summary>
internal sealed class CannedResponder : IDisposable
{
    private const int MarkerSize = 4;

    private readonly List<Socket> _sockets = [];
    private readonly ConcurrentQueue<(long Due, Socket Socket, SocketAddress To, byte[] Reply)> _replies = [];
    private readonly CancellationTokenSource _end = new();

    public CannedResponder(int gateways, ReadOnlySpan<int> ports, TimeSpan delay)
    {
        Addresses = [.. Enumerable.Range(0, gateways).Select(i => new IPAddress([127, 7, (byte)(i / 250), (byte)(1 + (i % 250))]))];
        foreach (var address in Addresses)
        {
            for (var i = 0; i < ports.Length; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                socket.Bind(new IPEndPoint(address, ports[i]));
                _sockets.Add(socket);
                _ = ReceiveAsync(socket, hasMarker: i > 0, delay);
            }
        }

        _ = ReplyAsync();
    }

    public ImmutableArray<IPAddress> Addresses { get; }

    public void Dispose()
    {
        _end.Cancel();
        foreach (var socket in _sockets)
            socket.Dispose();
    }

    private async Task ReceiveAsync(Socket socket, bool hasMarker, TimeSpan delay)
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var from = new SocketAddress(AddressFamily.InterNetwork);
                var length = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, from, _end.Token);
                var due = TimeProvider.System.GetTimestamp() + (long)(delay.TotalSeconds * TimeProvider.System.TimestampFrequency);
                _replies.Enqueue((due, socket, from, Answer(buffer.AsSpan(0, length), hasMarker)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private static byte[] Answer(ReadOnlySpan<byte> request, bool hasMarker)
    {
        var spi = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(request[(hasMarker ? MarkerSize : 0)..]);
        var header = IkeHeader.Of(spi, 0, ExchangeType.IkeSaInit, 0, fromInitiator: false, isResponse: true);
        var message = new IkeMessage(header, [new NotifyPayload(NotifyMessageType.InvalidKePayload, 0, 14)]).Encode();
        return hasMarker ? [.. new byte[MarkerSize], .. message] : message;
    }

    /// <summary>All wait equally long, so what came first is due first.</summary>
    private async Task ReplyAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            if (!_replies.TryPeek(out var next) || TimeProvider.System.GetTimestamp() < next.Due)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
                continue;
            }

            _replies.TryDequeue(out next);
            try
            {
                next.Socket.SendTo(next.Reply, SocketFlags.None, next.To);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // Whoever asked has gone: a contender that has its answers waits for no other.
            }
        }
    }
}
