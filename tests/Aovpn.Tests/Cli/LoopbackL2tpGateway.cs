using System.Net;
using System.Net.Sockets;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Probes.Tests.Sessions.L2tp;

namespace Aovpn.Tests.Cli;

/// <summary>An L2TP/IPsec server on two ports of loopback.</summary>
internal sealed class LoopbackL2tpGateway : IAsyncDisposable
{
    private readonly Socket _ike = Bound(), _natTraversal = Bound();
    private readonly CancellationTokenSource _end = new();
    private readonly FakeL2tpGateway _gateway;
    private readonly Lock _one = new();
    private readonly Task _serving;

    public LoopbackL2tpGateway(FakeL2tpGateway gateway)
    {
        _gateway = gateway;
        _serving = Task.WhenAll(ServeAsync(_ike, IkePort.Ike), ServeAsync(_natTraversal, IkePort.NatTraversal));
    }

    public int IkePortNumber => ((IPEndPoint)_ike.LocalEndPoint!).Port;

    public int NatTraversalPortNumber => ((IPEndPoint)_natTraversal.LocalEndPoint!).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _ike.Dispose();
        _natTraversal.Dispose();
        _end.Dispose();
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private async Task ServeAsync(Socket socket, IkePort port)
    {
        var buffer = new byte[4096];
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _end.Token);
                lock (_one)
                {
                    foreach (var answer in _gateway.Take(new(port, buffer.AsSpan(0, received.ReceivedBytes).ToArray())))
                        socket.SendTo(answer.Bytes.Span, received.RemoteEndPoint);
                }
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException)
            {
            }
        }
    }
}
