using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Aovpn.Lab.Deployment;
using Aovpn.Lab.Gateway;
using Aovpn.Lab.Serving;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests.Lab;

/// <summary>A network of two: the probe, and the lab in the same process. What is sent has arrived, and is answered, when the call returns.</summary>
/// <param name="loses">Whether the client's datagram, the so manieth ESP packet, is lost on the way; null loses none.</param>
internal sealed class MemoryNetwork(LabDeployment deployment, TimeProvider clock, Func<int, bool>? loses = null) : IDisposable
{
    private readonly LabMachine _machine = new(deployment);
    private readonly Dictionary<IPEndPoint, Wire> _wires = [];
    private readonly long _began = clock.GetTimestamp();
    private ITimer? _timer;
    private int _nextPort = 40_000;
    private int _esp;

    public IDatagramChannel Open(IPEndPoint remote, ChannelWriter<Arrival> arrivals)
    {
        var wire = new Wire(this, new(IPAddress.Loopback, _nextPort++), remote, arrivals);
        _wires[wire.Local] = wire;
        return wire;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _machine.Dispose();
    }

    private TimeSpan Now => clock.GetElapsedTime(_began);

    private void Receive(Wire from, ReadOnlySpan<byte> bytes)
    {
        if (deployment.Path.IsClosed)
        {
            from.Arrivals.TryWrite(new(from, ReadOnlyMemory<byte>.Empty, SocketError.ConnectionRefused));
            return;
        }

        var port = from.Remote.Port == MemoryDeployment.NatTraversalPort ? IkePort.NatTraversal : IkePort.Ike;
        if (port is IkePort.NatTraversal && bytes is not [0, 0, 0, 0, ..] && loses?.Invoke(++_esp) is true)
            return;
        Deliver(_machine.Receive(new(port, bytes.ToArray()), from.Local, from.Remote, Now));
    }

    private void Deliver(ImmutableArray<GatewayDatagram> datagrams)
    {
        foreach (var datagram in datagrams)
        {
            if (_wires.TryGetValue(datagram.To, out var wire))
                wire.Arrivals.TryWrite(new(wire, datagram.Datagram.Bytes, null));
        }

        _timer?.Dispose();
        _timer = _machine.Deadline is { } deadline
            ? clock.CreateTimer(_ => Deliver(_machine.Tick(Now)), null, deadline > Now ? deadline - Now : TimeSpan.Zero, Timeout.InfiniteTimeSpan)
            : null;
    }

    private sealed class Wire(MemoryNetwork network, IPEndPoint local, IPEndPoint remote, ChannelWriter<Arrival> arrivals) : IDatagramChannel
    {
        public IPEndPoint Local => local;

        public IPEndPoint Remote => remote;

        public ChannelWriter<Arrival> Arrivals => arrivals;

        public SocketError? Send(ReadOnlySpan<byte> datagram)
        {
            network.Receive(this, datagram);
            return null;
        }

        public void Dispose() => network._wires.Remove(local);
    }
}
