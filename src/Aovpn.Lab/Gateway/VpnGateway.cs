using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Lab.Inside;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Lab.Gateway;

/// <summary>
/// The lab's VPN server without a socket or a clock: datagrams and times go in, datagrams come out. Many clients at once; not for use from several
/// threads at once. What cannot be read is dropped.
/// </summary>
/// <param name="radius">The way to the RADIUS server.</param>
/// <param name="inside">The network behind it.</param>
public sealed class VpnGateway(GatewaySettings settings, RadiusPath radius, InsideNetwork inside)
{
    /// <summary>IKE SAs that are kept at once; the oldest is forgotten for a new one.</summary>
    private const int MostSessions = 256;

    private const int LargestBlock = 16;

    private readonly InitResponse _init = new(settings);
    private readonly Dictionary<ulong, GatewaySession> _sessions = [];
    private readonly Dictionary<uint, GatewaySession> _tunnels = [];
    private readonly Queue<ulong> _order = [];
    private readonly Dictionary<ulong, (byte[] Request, byte[] Answer)> _answered = [];
    private readonly Dictionary<GatewaySession, IPEndPoint> _from = [];

    /// <summary>When <see cref="Tick"/> is due; null while nothing is waited for.</summary>
    public TimeSpan? Deadline => _sessions.Values.Min(session => session.Deadline);

    /// <param name="from">Where the datagram came from.</param>
    /// <param name="own">Where it came to.</param>
    /// <param name="now">Any clock that never goes back; the same in all calls.</param>
    public ImmutableArray<GatewayDatagram> Receive(IkeDatagram datagram, IPEndPoint from, IPEndPoint own, TimeSpan now)
    {
        try
        {
            if (datagram.Message is not { } bytes)
                return datagram.Port is IkePort.NatTraversal ? Tunnelled(datagram.Bytes, from) : [];

            var message = IkeMessage.Decode(bytes.Span);
            if (message.Damage is not null)
                return [];
            if (message.Header is { ResponderSpi: 0, IsResponse: false, FromInitiator: true } header && header.Exchange == ExchangeType.IkeSaInit)
                return [new(from, IkeDatagram.Of(datagram.Port, Begin(bytes.Span, message, from, own)))];
            if (!_sessions.TryGetValue(message.Header.ResponderSpi, out var session))
                return [];

            _from[session] = from;
            return Sent(session, session.Take(bytes.Span, message, datagram.Port, now));
        }
        catch (MalformedException)
        {
            return [];
        }
    }

    /// <summary>Time has passed.</summary>
    public ImmutableArray<GatewayDatagram> Tick(TimeSpan now) => [.. _sessions.Values.ToArray().SelectMany(session => Sent(session, session.Tick(now)))];

    private byte[] Begin(ReadOnlySpan<byte> bytes, IkeMessage message, IPEndPoint from, IPEndPoint own)
    {
        var initiator = message.Header.InitiatorSpi;
        if (_answered.TryGetValue(initiator, out var last) && bytes.SequenceEqual(last.Request))
            return last.Answer;

        var (answer, state) = _init.Answer(bytes, message, from, own);
        if (state is null)
            return answer;

        if (_order.Count >= MostSessions)
            Forget(_order.Dequeue());
        _order.Enqueue(state.ResponderSpi);
        _sessions[state.ResponderSpi] = new(settings, state, radius, from.Address, Lease);
        _answered[initiator] = (bytes.ToArray(), answer);
        while (_answered.Count > MostSessions)
            _answered.Remove(_answered.Keys.First());
        return answer;
    }

    private ImmutableArray<GatewayDatagram> Sent(GatewaySession session, ImmutableArray<IkeDatagram> datagrams)
    {
        if (session.Child is { } child)
            _tunnels.TryAdd(child.Spi, session);
        return datagrams.IsEmpty ? [] : [.. datagrams.Select(datagram => new GatewayDatagram(_from[session], datagram))];
    }

    /// <summary>ESP: opened, handed to the network inside, and what comes back is sealed.</summary>
    private ImmutableArray<GatewayDatagram> Tunnelled(ReadOnlyMemory<byte> bytes, IPEndPoint from)
    {
        if (bytes.Length < 8 || !_tunnels.TryGetValue(BinaryPrimitives.ReadUInt32BigEndian(bytes.Span), out var session) || session is not { IsOver: false, Child: { } child })
            return [];
        if (child.FromClient.Open(bytes.Span) is not { } packet)
            return [];
        return
        [
            .. inside.Answer(packet, child.Address).Select(answer => new GatewayDatagram(
                from, new(IkePort.NatTraversal, child.ToClient.Seal(answer, settings.Random(LargestBlock).AsSpan(0, child.ToClient.IvSize))))),
        ];
    }

    private IPAddress? Lease() => settings.Pool.FirstOrDefault(address => !_sessions.Values.Any(session => session is { IsOver: false, Child: { } child } && child.Address.Equals(address)));

    private void Forget(ulong spi)
    {
        if (!_sessions.Remove(spi, out var session))
            return;
        _from.Remove(session);
        if (session.Child is { } child)
            _tunnels.Remove(child.Spi);
    }
}
