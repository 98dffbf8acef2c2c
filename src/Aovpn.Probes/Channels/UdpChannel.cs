using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Aovpn.Probes.Channels;

/// <summary>
/// A UDP socket that is connected, so that the system reports ICMP errors on it and drops what others send. Receives until it is disposed of.
/// </summary>
public sealed class UdpChannel : IDatagramChannel
{
    private const int LargestDatagram = 65_536;

    private readonly Socket _socket;
    private readonly CancellationTokenSource _end = new();

    /// <param name="arrivals">Takes what comes.</param>
    /// <exception cref="SocketException">There is no route to the address.</exception>
    public UdpChannel(IPEndPoint remote, ChannelWriter<Arrival> arrivals)
    {
        Remote = remote;
        _socket = new(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _socket.Connect(remote);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        Local = (IPEndPoint)_socket.LocalEndPoint!;
        _ = ReceiveAsync(arrivals);
    }

    public IPEndPoint Local { get; }

    public IPEndPoint Remote { get; }

    public SocketError? Send(ReadOnlySpan<byte> datagram) => ConnectedUdp.Send(_socket, datagram);

    public void Dispose()
    {
        _end.Cancel();
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task ReceiveAsync(ChannelWriter<Arrival> arrivals)
    {
        var buffer = new byte[LargestDatagram];
        var end = _end.Token;
        while (!end.IsCancellationRequested)
        {
            try
            {
                var length = await _socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None, end);
                arrivals.TryWrite(new(this, buffer.AsSpan(0, length).ToArray(), null));
            }
            catch (SocketException error) when (error.SocketErrorCode is not (SocketError.OperationAborted or SocketError.Interrupted))
            {
                arrivals.TryWrite(new(this, ReadOnlyMemory<byte>.Empty, error.SocketErrorCode));
            }
            catch (Exception over) when (over is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
