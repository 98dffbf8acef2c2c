using System.Globalization;
using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.L2tp;
using Aovpn.Codecs.Ppp;
using Aovpn.Probes.Sessions.Ppp;

namespace Aovpn.Probes.Sessions.L2tp;

/// <summary>
/// The client's side of L2TP, RFC 2661: a control connection, a session in it, and LCP as far as authentication would begin. It comes after IPsec and
/// knows nothing of it. No sockets: packets in, packets out.
/// </summary>
/// <param name="tunnelId">Ours, not 0.</param>
/// <param name="sessionId">Ours, not 0.</param>
/// <param name="magicNumber">For LCP.</param>
public sealed class L2tpSession(ushort tunnelId, ushort sessionId, uint magicNumber)
{
    private const ushort Window = 4, FramingType = 19, ConnectSpeed = 24, BearerType = 18, Requested = 6, Cleared = 3;

    /// <summary>Where LCP's code stands in a frame of ours: after address, control and protocol.</summary>
    private const int CodeOffset = 4;

    private readonly LcpNegotiation _lcp = new(magicNumber);
    private readonly List<(ushort Number, L2tpPacket Packet)> _unacknowledged = [];
    private byte[] _request = [];
    private ushort _ns, _nr, _peerTunnel, _peerSession;

    public L2tpStage Stage { get; private set; } = L2tpStage.Tunnel;

    /// <summary>Why it was refused; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>What the server calls itself: vendor or host name; null before it answered, and where it says neither.</summary>
    public string? Server { get; private set; }

    public LcpNegotiation Link => _lcp;

    /// <summary>The request for a control connection.</summary>
    public byte[] Begin() => Control(0, 0,
        L2tpAttribute.Of(L2tpAttribute.MessageType, L2tpMessageType.StartControlConnectionRequest.Value), L2tpAttribute.Of(L2tpAttribute.ProtocolVersion, 0x0100),
        L2tpAttribute.Of(L2tpAttribute.FramingCapabilities, 0, 0, 0, 1), L2tpAttribute.Of(L2tpAttribute.HostName, [.. "aovpn"u8]),
        L2tpAttribute.Of(L2tpAttribute.AssignedTunnelId, tunnelId), L2tpAttribute.Of(L2tpAttribute.ReceiveWindowSize, Window));

    /// <summary>Everything that has not been answered, again.</summary>
    public IReadOnlyList<byte[]> Repeat() =>
    [
        .. _unacknowledged.Select(one => (one.Packet with { Nr = _nr }).Encode()),
        .. Stage is L2tpStage.Link && _request.Length > 0 ? (byte[][])[Data(_request)] : [],
    ];

    /// <summary>What ends link, session and tunnel, so that nothing stays on the server.</summary>
    public IReadOnlyList<byte[]> End() => _peerTunnel == 0 || Problem is not null ? [] :
    [
        .. Stage is L2tpStage.Link or L2tpStage.LinkOpen ? (byte[][])
        [
            Data(_lcp.End()),
            Control(_peerTunnel, _peerSession, L2tpAttribute.Of(L2tpAttribute.MessageType, L2tpMessageType.CallDisconnectNotify.Value), L2tpAttribute.Of(L2tpAttribute.ResultCode, Cleared), L2tpAttribute.Of(L2tpAttribute.AssignedSessionId, sessionId)),
        ] : [],
        Control(_peerTunnel, 0, L2tpAttribute.Of(L2tpAttribute.MessageType, L2tpMessageType.StopControlConnectionNotification.Value), L2tpAttribute.Of(L2tpAttribute.AssignedTunnelId, tunnelId), L2tpAttribute.Of(L2tpAttribute.ResultCode, Requested)),
    ];

    /// <returns>Packets to send in answer; none for what is not of this tunnel.</returns>
    /// <exception cref="MalformedException">It is no L2TP, or its PPP is damaged.</exception>
    public IReadOnlyList<byte[]> Take(ReadOnlySpan<byte> bytes)
    {
        var packet = L2tpPacket.Decode(bytes);
        if (packet.TunnelId != tunnelId || Problem is not null)
            return [];
        if (!packet.IsControl)
            return packet.SessionId == sessionId ? TakeFrame(packet) : [];

        if (packet is not { Ns: { } ns, Nr: { } nr })
            return [];
        _unacknowledged.RemoveAll(one => (short)(nr - one.Number) > 0);
        if (packet.Attributes.IsEmpty)
            return [];
        if (ns != _nr)
            return (short)(ns - _nr) < 0 ? [Acknowledgement()] : [];

        _nr++;
        var answer = TakeControl(packet);
        return answer.Count > 0 ? answer : [Acknowledgement()];
    }

    private IReadOnlyList<byte[]> TakeControl(L2tpPacket packet)
    {
        var message = packet.Message;
        if (message == L2tpMessageType.StopControlConnectionNotification || message == L2tpMessageType.CallDisconnectNotify)
        {
            Problem = string.Create(CultureInfo.InvariantCulture, $"{message}{Reason(packet)}");
            return [];
        }

        if (message == L2tpMessageType.StartControlConnectionReply && Stage is L2tpStage.Tunnel)
        {
            if (Of(packet, L2tpAttribute.AssignedTunnelId)?.Number is not { } peer || peer == 0)
                return Refuse("SCCRP without a tunnel id");
            _peerTunnel = peer;
            Server = Text(Of(packet, L2tpAttribute.VendorName)) ?? Text(Of(packet, L2tpAttribute.HostName));
            Stage = L2tpStage.Session;
            return
            [
                Control(peer, 0, L2tpAttribute.Of(L2tpAttribute.MessageType, L2tpMessageType.StartControlConnectionConnected.Value)),
                Control(peer, 0, L2tpAttribute.Of(L2tpAttribute.MessageType, L2tpMessageType.IncomingCallRequest.Value), L2tpAttribute.Of(L2tpAttribute.AssignedSessionId, sessionId), L2tpAttribute.Of(L2tpAttribute.CallSerialNumber, 0, 0, 0, 1), L2tpAttribute.Of(BearerType, 0, 0, 0, 2)),
            ];
        }

        if (message == L2tpMessageType.IncomingCallReply && Stage is L2tpStage.Session)
        {
            if (Of(packet, L2tpAttribute.AssignedSessionId)?.Number is not { } peer || peer == 0)
                return Refuse("ICRP without a session id");
            (_peerSession, Stage, _request) = (peer, L2tpStage.Link, _lcp.Begin());
            return
            [
                Control(_peerTunnel, peer, L2tpAttribute.Of(L2tpAttribute.MessageType, L2tpMessageType.IncomingCallConnected.Value), L2tpAttribute.Of(ConnectSpeed, 0x05, 0xF5, 0xE1, 0x00), L2tpAttribute.Of(FramingType, 0, 0, 0, 1)),
                Data(_request),
            ];
        }

        return [];
    }

    private IReadOnlyList<byte[]> TakeFrame(L2tpPacket packet)
    {
        if (Stage is not (L2tpStage.Link or L2tpStage.LinkOpen))
            return [];
        var frames = _lcp.Take(packet.Data.AsMemory());
        if (_lcp.IsTerminated)
            Problem = "the server ended the PPP link";
        else if (_lcp.IsOpen)
            Stage = L2tpStage.LinkOpen;
        _request = frames.LastOrDefault(frame => frame[CodeOffset] == LcpCode.ConfigureRequest.Value) ?? _request;
        return [.. frames.Select(Data)];
    }

    private byte[] Control(ushort tunnel, ushort session, params L2tpAttribute[] attributes)
    {
        var packet = new L2tpPacket(IsControl: true, tunnel, session, _ns, _nr, [.. attributes], []);
        _unacknowledged.Add((_ns++, packet));
        return packet.Encode();
    }

    private byte[] Acknowledgement() => new L2tpPacket(IsControl: true, _peerTunnel, 0, _ns, _nr, [], []).Encode();

    private byte[] Data(byte[] frame) => new L2tpPacket(IsControl: false, _peerTunnel, _peerSession, null, null, [], [.. frame]).Encode();

    private IReadOnlyList<byte[]> Refuse(string problem)
    {
        Problem = problem;
        return [];
    }

    private static L2tpAttribute? Of(L2tpPacket packet, ushort type) => packet.Attributes.FirstOrDefault(one => one is { Vendor: 0, IsHidden: false } && one.Type == type);

    private static string? Text(L2tpAttribute? attribute) => attribute is { Value.Length: > 0 } ? Encoding.UTF8.GetString(attribute.Value.AsSpan()).TrimEnd('\0') : null;

    /// <summary>Result and error of RFC 2661 §4.4.2, and the message that may follow.</summary>
    private static string Reason(L2tpPacket packet)
    {
        if (Of(packet, L2tpAttribute.ResultCode) is not { Value: { Length: >= 2 } value } code)
            return "";
        var error = value.Length >= 4 ? string.Create(CultureInfo.InvariantCulture, $", error {(value[2] << 8) | value[3]}") : "";
        var text = value.Length > 4 ? $": {Encoding.UTF8.GetString(value.AsSpan()[4..])}" : "";
        return string.Create(CultureInfo.InvariantCulture, $" with result {code.Number}{error}{text}");
    }
}
