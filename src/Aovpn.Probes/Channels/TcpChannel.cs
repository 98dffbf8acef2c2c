using System.Net;
using System.Net.Sockets;

namespace Aovpn.Probes.Channels;

/// <summary>A TCP connection that was asked for: the stream, or what the system says in its place.</summary>
public sealed class TcpChannel : IDisposable
{
    private readonly Socket _socket;

    private TcpChannel(Socket socket, SocketError? error, bool timedOut) => (_socket, Error, TimedOut) = (socket, error, timedOut);

    /// <summary>Null where the connection stands, or where nobody answered in time.</summary>
    public SocketError? Error { get; }

    /// <summary>Neither an answer nor a refusal came.</summary>
    public bool TimedOut { get; }

    public bool IsConnected => Error is null && !TimedOut;

    /// <param name="limit">How long to wait for the handshake.</param>
    public static async Task<TcpChannel> ConnectAsync(IPEndPoint remote, TimeSpan limit, TimeProvider clock, CancellationToken cancel)
    {
        var socket = new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var time = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            await socket.ConnectAsync(remote, both.Token);
            return new(socket, null, timedOut: false);
        }
        catch (SocketException error)
        {
            return new(socket, error.SocketErrorCode is SocketError.TimedOut ? null : error.SocketErrorCode, error.SocketErrorCode is SocketError.TimedOut);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(socket, null, timedOut: true);
        }
    }

    public NetworkStream Stream() => new(_socket, ownsSocket: false);

    public void Dispose() => _socket.Dispose();
}
