using System.Net;

namespace Aovpn.Probes.Channels;

/// <summary>Datagrams to and from one remote endpoint. What comes is handed to the queue that the channel was opened with.</summary>
public interface IDatagramChannel : IDisposable
{
    /// <summary>Address and port that datagrams leave from.</summary>
    IPEndPoint Local { get; }

    IPEndPoint Remote { get; }

    /// <returns>Null if it left this machine, else why not: no route, no network.</returns>
    System.Net.Sockets.SocketError? Send(ReadOnlySpan<byte> datagram);
}
