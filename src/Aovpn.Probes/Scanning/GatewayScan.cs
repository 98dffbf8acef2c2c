using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Aovpn.Probes.Scanning;

/// <summary>Runs a <see cref="Scan"/> over one UDP socket for each address family, whatever the number of gateways.</summary>
public static class GatewayScan
{
    private const int LargestDatagram = 65_536;

    /// <summary>Answers that wait while a request is made; systems allow less without privileges, and what is lost is asked again.</summary>
    private const int ReceiveBuffer = 8 << 20;

    /// <returns>One answer for each target, in their order.</returns>
    public static async Task<ImmutableArray<ScanAnswer>> RunAsync(ImmutableArray<ScanTarget> targets, ScanPace pace, TimeProvider clock, CancellationToken cancel)
    {
        var families = targets.Select(target => target.Endpoint.AddressFamily).Distinct().Select(Open).ToDictionary(socket => socket.AddressFamily);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            var arrivals = new ConcurrentQueue<(IPEndPoint From, byte[] Datagram)>();
            using var arrived = new SemaphoreSlim(0);
            foreach (var socket in families.Values)
                _ = ReceiveAsync(socket, arrivals, arrived, end.Token);

            var began = clock.GetTimestamp();
            var scan = new Scan(targets, pace, target => (IPEndPoint)families[target.Endpoint.AddressFamily].LocalEndPoint!);
            while (!scan.IsOver)
            {
                while (arrivals.TryDequeue(out var arrival))
                    scan.Receive(arrival.From, arrival.Datagram, clock.GetElapsedTime(began));
                while (arrivals.IsEmpty && scan.TrySend(clock.GetElapsedTime(began), out var target, out var datagram))
                    Send(families[target.Endpoint.AddressFamily], scan, target, datagram);

                // The pace is finer than the system's timers: what is due in less than a millisecond is waited for awake.
                var wait = scan.IsOver ? TimeSpan.Zero : scan.Deadline - clock.GetElapsedTime(began);
                if (wait >= TimeSpan.FromMilliseconds(1))
                    await arrived.WaitAsync(wait < TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1), cancel);
                else if (wait > TimeSpan.Zero)
                    Thread.Yield();
            }

            return scan.Answers;
        }
        finally
        {
            await end.CancelAsync();
            foreach (var socket in families.Values)
                socket.Dispose();
        }
    }

    private static Socket Open(AddressFamily family)
    {
        var socket = new Socket(family, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = ReceiveBuffer };
        socket.Bind(new IPEndPoint(family is AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0));
        return socket;
    }

    private static void Send(Socket socket, Scan scan, ScanTarget target, ReadOnlyMemory<byte> datagram)
    {
        try
        {
            socket.SendTo(datagram.Span, SocketFlags.None, target.Endpoint);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionRefused or SocketError.WouldBlock or SocketError.NoBufferSpaceAvailable)
        {
            // Another gateway's ICMP message, or a full queue: this one is asked again in its turn.
        }
        catch (SocketException error)
        {
            scan.Fail(target, error.Message);
        }
    }

    private static async Task ReceiveAsync(Socket socket, ConcurrentQueue<(IPEndPoint From, byte[] Datagram)> arrivals, SemaphoreSlim arrived, CancellationToken cancel)
    {
        var buffer = new byte[LargestDatagram];
        var from = new SocketAddress(socket.AddressFamily);
        var any = new IPEndPoint(socket.AddressFamily is AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var length = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, from, cancel);
                arrivals.Enqueue(((IPEndPoint)any.Create(from), buffer.AsSpan(0, length).ToArray()));
                arrived.Release();
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionRefused or SocketError.MessageSize)
            {
                // Windows reports ICMP messages here, without saying for whom.
            }
            catch (Exception over) when (over is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
