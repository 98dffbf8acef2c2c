using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aovpn.Lab.Deployment;
using Aovpn.Lab.Gateway;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Lab.Serving;

/// <summary>The lab on UDP ports of this machine; no privileges are needed. What is stopped in its deployment has no port.</summary>
public sealed class LabServer : IDisposable
{
    private const int LargestDatagram = 65_536;

    /// <summary>How often it is looked whether somebody waits for too long.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    private readonly LabMachine _machine;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Socket? _ike;
    private readonly Socket? _natTraversal;
    private readonly Socket? _radius;
    private readonly long _began;

    /// <exception cref="SocketException">A port is taken, or the address is none of this machine's.</exception>
    public LabServer(LabDeployment deployment, LabPorts ports, TimeProvider clock)
    {
        (_machine, _clock, _began) = (new(deployment), clock, clock.GetTimestamp());
        try
        {
            _ike = Bind(ports.Address, ports.Ike);
            _natTraversal = Bind(ports.Address, ports.NatTraversal);
            _radius = Bind(ports.Address, ports.Radius);
            Ports = new(ports.Address, PortOf(_ike), PortOf(_natTraversal), PortOf(_radius));
        }
        catch (SocketException)
        {
            Dispose();
            throw;
        }

        if (deployment.Path.IsClosed)
        {
            _ike.Dispose();
            _natTraversal.Dispose();
            (_ike, _natTraversal) = (null, null);
        }

        if (deployment.Gateway.RadiusIsClosed)
        {
            _radius.Dispose();
            _radius = null;
        }
    }

    /// <summary>The ports in fact, those of stopped services too.</summary>
    public LabPorts Ports { get; }

    /// <summary>Answers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        List<Task> loops = [TickAsync(cancel)];
        if (_ike is { } ike)
            loops.Add(ReceiveAsync(ike, (bytes, from) => Gateway(IkePort.Ike, bytes, from, ike), cancel));
        if (_natTraversal is { } natTraversal)
            loops.Add(ReceiveAsync(natTraversal, (bytes, from) => Gateway(IkePort.NatTraversal, bytes, from, natTraversal), cancel));
        if (_radius is { } radius)
            loops.Add(ReceiveAsync(radius, (bytes, from) => Radius(bytes, from, radius), cancel));
        await Task.WhenAll(loops);
    }

    public void Dispose()
    {
        _ike?.Dispose();
        _natTraversal?.Dispose();
        _radius?.Dispose();
        _machine.Dispose();
    }

    private TimeSpan Now => _clock.GetElapsedTime(_began);

    private void Gateway(IkePort port, byte[] bytes, IPEndPoint from, Socket own)
    {
        lock (_lock)
            Send(_machine.Receive(new(port, bytes), from, (IPEndPoint)own.LocalEndPoint!, Now));
    }

    private void Radius(byte[] bytes, IPEndPoint from, Socket own)
    {
        lock (_lock)
        {
            if (_machine.Answer(bytes) is { } answer)
                Send(own, answer, from);
        }
    }

    private async Task TickAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Beat, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                lock (_lock)
                {
                    if (_machine.Deadline is { } deadline && deadline <= Now)
                        Send(_machine.Tick(Now));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The lab ends.
        }
    }

    private static async Task ReceiveAsync(Socket socket, Action<byte[], IPEndPoint> take, CancellationToken cancel)
    {
        var buffer = new byte[LargestDatagram];
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), cancel);
                take(buffer[..received.ReceivedBytes], (IPEndPoint)received.RemoteEndPoint);
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionRefused or SocketError.MessageSize)
            {
                // A client that is gone: Windows reports its ICMP message here.
            }
            catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Send(ImmutableArray<GatewayDatagram> datagrams)
    {
        foreach (var datagram in datagrams)
        {
            if ((datagram.Datagram.Port is IkePort.NatTraversal ? _natTraversal : _ike) is { } socket)
                Send(socket, datagram.Datagram.Bytes.Span, datagram.To);
        }
    }

    private static void Send(Socket socket, ReadOnlySpan<byte> bytes, IPEndPoint to)
    {
        try
        {
            socket.SendTo(bytes, SocketFlags.None, to);
        }
        catch (SocketException)
        {
            // Nobody waits for it any more.
        }
    }

    private static Socket Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;
}
