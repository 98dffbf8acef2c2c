using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aovpn.Probes.Scanning;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests.Scanning;

/// <summary>Gateways on loopback that answer a scan after a delay, two ports each.</summary>
internal sealed class LoopbackGateways : IDisposable
{
    private readonly List<Socket> _sockets = [];
    private readonly CancellationTokenSource _end = new();

    public LoopbackGateways(int count, TimeSpan delay)
    {
        var targets = ImmutableArray.CreateBuilder<ScanTarget>();
        for (var i = 0; i < count; i++)
        {
            foreach (var port in (IkePort[])[IkePort.Ike, IkePort.NatTraversal])
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                _sockets.Add(socket);
                targets.Add(new($"gateway-{i}", port, (IPEndPoint)socket.LocalEndPoint!));
                _ = AnswerAsync(socket, port, delay, _end.Token);
            }
        }

        Targets = targets.ToImmutable();
    }

    public ImmutableArray<ScanTarget> Targets { get; }

    public void Dispose()
    {
        _end.Cancel();
        foreach (var socket in _sockets)
            socket.Dispose();
        _end.Dispose();
    }

    private static async Task AnswerAsync(Socket socket, IkePort port, TimeSpan delay, CancellationToken end)
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), end);
                var reply = CannedGateway.AsksForGroup(buffer.AsMemory(0, received.ReceivedBytes).ToArray(), port);
                await Task.Delay(delay, end);
                await socket.SendToAsync(reply, SocketFlags.None, received.RemoteEndPoint, end);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }
}
