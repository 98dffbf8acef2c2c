using System.Net.Sockets;

namespace Aovpn.Probes.Channels;

/// <summary>Sending on a connected UDP socket, on which the system reports ICMP errors.</summary>
internal static class ConnectedUdp
{
    /// <summary>An ICMP error for an earlier datagram is reported by the next call, which then has sent nothing: once more settles it.</summary>
    /// <returns>Null where it was sent.</returns>
    public static SocketError? Send(Socket socket, ReadOnlySpan<byte> datagram)
    {
        for (var attempt = 0; ; attempt++)
        {
            socket.Send(datagram, SocketFlags.None, out var error);
            if (error is SocketError.Success)
                return null;
            if (attempt == 1 || !IsPortClosed(error))
                return error;
        }
    }

    /// <summary>Somebody reports that nobody listens there: ICMP port unreachable, as Linux and as Windows name it.</summary>
    public static bool IsPortClosed(SocketError error) => error is SocketError.ConnectionRefused or SocketError.ConnectionReset;
}
