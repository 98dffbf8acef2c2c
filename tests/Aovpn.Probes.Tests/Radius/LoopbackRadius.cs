using System.Net;
using System.Net.Sockets;
using Aovpn.Lab.Radius;

namespace Aovpn.Probes.Tests.Radius;

/// <summary>The lab's RADIUS server on a loopback port of its own.</summary>
internal sealed class LoopbackRadius : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly RadiusServer _server;
    private readonly Task _answering;

    public LoopbackRadius(RadiusServerSettings settings)
    {
        _server = new(settings);
        _answering = Task.Run(AnswerAsync);
    }

    public int Port => ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;

    public void Dispose()
    {
        _socket.Dispose();
        _answering.Wait();
        _server.Dispose();
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var request = await _socket.ReceiveAsync();
                if (_server.Answer(request.Buffer) is { } answer)
                    await _socket.SendAsync(answer, request.RemoteEndPoint);
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }
}
