using System.Collections.Immutable;
using System.Net;
using Aovpn.Lab.Deployment;
using Aovpn.Lab.Gateway;
using Aovpn.Lab.Inside;
using Aovpn.Lab.Radius;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Lab.Serving;

/// <summary>VPN server, NPS and the network inside, joined as a deployment has them, without a socket or a clock. Not for use from several threads at once.</summary>
public sealed class LabMachine : IDisposable
{
    private readonly LabPath _path;
    private readonly RadiusServer _radius;
    private readonly VpnGateway _gateway;

    public LabMachine(LabDeployment deployment)
    {
        (_path, _radius) = (deployment.Path, new(deployment.Radius));
        _gateway = new(deployment.Gateway, request => _radius.Answer(request), new InsideNetwork(deployment.Inside));
    }

    /// <summary>When <see cref="Tick"/> is due; null while nothing is waited for.</summary>
    public TimeSpan? Deadline => _gateway.Deadline;

    /// <summary>A datagram of a client to UDP 500 or 4500, if the way lets it through.</summary>
    /// <param name="from">Where it came from.</param>
    /// <param name="own">Where it came to.</param>
    /// <param name="now">Any clock that never goes back; the same in all calls.</param>
    public ImmutableArray<GatewayDatagram> Receive(IkeDatagram datagram, IPEndPoint from, IPEndPoint own, TimeSpan now) =>
        Passes(datagram) ? Sent(_gateway.Receive(datagram, from, own, now)) : [];

    /// <summary>A request to the RADIUS server by another than the VPN server.</summary>
    /// <returns>Null for silence.</returns>
    public byte[]? Answer(ReadOnlySpan<byte> radiusRequest) => _radius.Answer(radiusRequest);

    /// <summary>Time has passed.</summary>
    public ImmutableArray<GatewayDatagram> Tick(TimeSpan now) => Sent(_gateway.Tick(now));

    public void Dispose() => _radius.Dispose();

    private ImmutableArray<GatewayDatagram> Sent(ImmutableArray<GatewayDatagram> datagrams) => [.. datagrams.Where(one => Passes(one.Datagram))];

    private bool Passes(IkeDatagram datagram) =>
        _path.Lets(datagram.Port is IkePort.NatTraversal, datagram.Message is null, datagram.Bytes.Length);
}
