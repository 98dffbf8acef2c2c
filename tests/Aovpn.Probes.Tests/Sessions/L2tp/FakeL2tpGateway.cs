using System.Collections.Immutable;
using System.Net;
using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Esp;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;
using Aovpn.Codecs.L2tp;
using Aovpn.Codecs.Ppp;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests.Sessions.L2tp;

/// <summary>An L2TP/IPsec server with a pre-shared key as far as the client's tests need it, written from RFC 2409, 3947 and 2661 with the product's codecs. Bytes are proved by SoftEther, in the lab's checks.</summary>
internal sealed class FakeL2tpGateway(string psk)
{
    private const ulong Cookie = 0x1122334455667788;
    private const uint Spi = 0xC0FFEE01;
    private const ushort Tunnel = 77, Session = 88;

    private static readonly ImmutableArray<byte> Nonce = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];

    private readonly Dictionary<string, IkeDatagram[]> _answers = [];
    private byte[] _proposals = [], _lastBlock = [];
    private IkeV1Transform? _chosen;
    private IkeV1Keys? _keys;
    private IkeV1Cipher? _cipher;
    private ulong _initiator;
    private ImmutableArray<byte> _nonce = [];
    private EspAssociation? _ours, _theirs;
    private ushort _peerTunnel, _peerSession, _ns, _nr;

    /// <summary>What came, in its order.</summary>
    public List<string> Seen { get; } = [];

    /// <summary>Which of main mode's proposals is chosen; none is refused.</summary>
    public int? Choice { get; init; } = 1;

    public int? EspChoice { get; init; } = 0;

    /// <summary>How L2TP refuses: StopCCN, CDN; null where it does not.</summary>
    public L2tpMessageType? Refusal { get; init; }

    /// <summary>The call is accepted, and PPP behind it says nothing.</summary>
    public bool LinkIsSilent { get; init; }

    /// <summary>Another proof than the one that its key makes.</summary>
    public bool ProvesNonsense { get; init; }

    public Func<KeyExchangeMethod, KeyExchange> KeyExchanges { get; init; } = KeyExchange.Create;

    /// <summary>What happens to content before it is sealed.</summary>
    public Func<byte[], byte[]> Edit { get; init; } = content => content;

    public IReadOnlyList<IkeDatagram> Take(IkeDatagram datagram)
    {
        if (datagram.Message is { } message)
        {
            // What comes again is answered as before, RFC 2408 §5.1.
            var text = Convert.ToHexString(message.Span);
            if (!_answers.TryGetValue(text, out var answers))
                _answers[text] = answers = [.. TakeIke(IkeV1Message.Decode(message.Span)).Select(answer => IkeDatagram.Of(datagram.Port, answer))];
            return answers;
        }

        if (_theirs?.OpenUdp(datagram.Bytes.Span) is not { } udp)
            return [];
        return udp is not [6, 165, 6, 165, ..] ? [] : [.. TakeL2tp(L2tpPacket.Decode(udp.AsSpan(8))).Select(Esp)];
    }

    private IEnumerable<byte[]> TakeIke(IkeV1Message message) => (message.Header.Exchange.Value, message.IsEncrypted) switch
    {
        (2, false) when message.Header.ResponderSpi == 0 => Choose(message),
        (2, false) => Agree(message),
        (2, true) => Prove(message),
        (32, true) => Protect(message),
        (5, true) => Note(message),
        _ => [],
    };

    private IEnumerable<byte[]> Choose(IkeV1Message message)
    {
        Seen.Add("proposals");
        var proposals = message.Payloads.OfType<IkeV1SecurityAssociationPayload>().Single();
        (_proposals, _initiator) = (proposals.Body(), message.Header.InitiatorSpi);
        if (Choice is not { } choice)
            return [IkeV1Message.Of(_initiator, Cookie, ExchangeType.InformationalV1, 9, [new IkeV1NotificationPayload(1, 1, IkeV1NotificationPayload.NoProposalChosen, [], [])]).Encode()];
        _chosen = proposals.Transforms[choice];
        return [IkeV1Message.Of(_initiator, Cookie, ExchangeType.MainMode, 0, [new IkeV1SecurityAssociationPayload([_chosen]), .. message.Payloads.Where(one => one.Type == IkeV1PayloadType.VendorId)]).Encode()];
    }

    private IEnumerable<byte[]> Agree(IkeV1Message message)
    {
        Seen.Add("key");
        ImmutableArray<byte> Body(byte type) => message.Payloads.OfType<IkeV1OpaquePayload>().First(one => one.Number.Value == type).Body;
        if (message.Payloads.Count(one => one.Type == IkeV1PayloadType.NatDetection) != 2)
            return [];
        var exchange = KeyExchanges(new((ushort)_chosen!.Group));
        _keys = new(_chosen, Encoding.UTF8.GetBytes(psk), (Body(10), Nonce), (Body(4), exchange.PublicValue), exchange.Agree(Body(4).AsSpan()), _initiator, Cookie);
        _cipher = IkeV1Cipher.MainMode(_keys);
        return
        [
            IkeV1Message.Of(_initiator, Cookie, ExchangeType.MainMode, 0,
            [
                new IkeV1OpaquePayload(IkeV1PayloadType.KeyExchange, exchange.PublicValue), new IkeV1OpaquePayload(IkeV1PayloadType.Nonce, Nonce),
                new IkeV1OpaquePayload(IkeV1PayloadType.NatDetection, [.. new byte[20]]), new IkeV1OpaquePayload(IkeV1PayloadType.NatDetection, [.. new byte[20]]),
            ]).Encode(),
        ];
    }

    private IEnumerable<byte[]> Prove(IkeV1Message message)
    {
        Seen.Add("proof");
        var payloads = Opened(_cipher!, message);
        if (payloads is not [IkeV1IdentificationPayload identity, IkeV1OpaquePayload hash] || !hash.Body.AsSpan().SequenceEqual(_keys!.InitiatorHash(_proposals, identity.Body())))
            return [];
        var own = IkeV1IdentificationPayload.Of(IPAddress.Parse("203.0.113.10"));
        var proof = ProvesNonsense ? new byte[20] : _keys.ResponderHash(_proposals, own.Body());
        var answer = Sealed(_cipher!, ExchangeType.MainMode, 0, [own, new IkeV1OpaquePayload(IkeV1PayloadType.Hash, [.. proof])]);
        _lastBlock = _cipher!.Vector.ToArray();
        return [answer];
    }

    private IEnumerable<byte[]> Protect(IkeV1Message message)
    {
        var id = message.Header.MessageId;
        if (_theirs is not null)
        {
            var isProved = Opened(_cipher!, message) is [IkeV1OpaquePayload { Body: var liveness }] && liveness.AsSpan().SequenceEqual(_keys!.LivenessHash(id, _nonce.AsSpan(), Nonce.AsSpan()));
            Seen.Add(isProved ? "liveness" : "no liveness");
            return [];
        }

        Seen.Add("quick mode");
        _cipher = IkeV1Cipher.Of(_keys!, _lastBlock, id);
        var payloads = Opened(_cipher, message);
        if (payloads is not [var hash, ..] || !hash.Body().AsSpan().SequenceEqual(_keys!.MessageHash(id, IkeV1Payloads.Encode([.. payloads.Skip(1)]))))
            return [];
        var proposal = payloads.OfType<IkeV1EspProposalPayload>().Single();
        _nonce = payloads.OfType<IkeV1OpaquePayload>().First(one => one.Number == IkeV1PayloadType.Nonce).Body;
        if (EspChoice is not { } choice)
            return [Proved(IkeV1Cipher.Of(_keys, _lastBlock, 5), ExchangeType.InformationalV1, 5, rest => _keys.MessageHash(5, rest), [new IkeV1NotificationPayload(1, 3, IkeV1NotificationPayload.NoProposalChosen, [], [])])];

        var suite = proposal.Transforms[choice].Suite!;
        var (inbound, outbound) = (_keys.Esp(suite, Spi, _nonce.AsSpan(), Nonce.AsSpan()), _keys.Esp(suite, proposal.Spi, _nonce.AsSpan(), Nonce.AsSpan()));
        (_theirs, _ours) = (new(suite, Spi, inbound.Encryption, inbound.Integrity), new(suite, proposal.Spi, outbound.Encryption, outbound.Integrity));
        return [Proved(_cipher, ExchangeType.QuickMode, id, rest => _keys.AnswerHash(id, _nonce.AsSpan(), rest), [new IkeV1EspProposalPayload(Spi, [proposal.Transforms[choice]]), new IkeV1OpaquePayload(IkeV1PayloadType.Nonce, Nonce)])];
    }

    private IEnumerable<byte[]> Note(IkeV1Message message)
    {
        foreach (var deleted in Opened(IkeV1Cipher.Of(_keys!, _lastBlock, message.Header.MessageId), message).OfType<IkeV1DeletePayload>())
            Seen.Add(deleted.Protocol == 3 ? "delete ESP" : "delete IKE");
        return [];
    }

    private IEnumerable<byte[]> TakeL2tp(L2tpPacket packet)
    {
        if (!packet.IsControl)
            return TakeLcp(LcpPacket.Decode(packet.Data.AsSpan()[4..]));
        if (packet.Message is not { } message)
            return [];
        Seen.Add(message.ToString());
        _nr = (ushort)(packet.Ns!.Value + 1);
        ushort Number(ushort type) => packet.Attributes.First(one => one.Type == type).Number!.Value;
        switch (message.Value)
        {
            case 1:
                _peerTunnel = Number(L2tpAttribute.AssignedTunnelId);
                return Refusal == L2tpMessageType.StopControlConnectionNotification
                    ? [Control(0, L2tpMessageType.StopControlConnectionNotification, L2tpAttribute.Of(L2tpAttribute.ResultCode, 0, 4, 0, 0, (byte)'n', (byte)'o'))]
                    : [Control(0, L2tpMessageType.StartControlConnectionReply, L2tpAttribute.Of(L2tpAttribute.HostName, [.. "gw"u8]), L2tpAttribute.Of(L2tpAttribute.AssignedTunnelId, Tunnel))];
            case 10:
                _peerSession = Number(L2tpAttribute.AssignedSessionId);
                return Refusal == L2tpMessageType.CallDisconnectNotify
                    ? [Control(_peerSession, L2tpMessageType.CallDisconnectNotify, L2tpAttribute.Of(L2tpAttribute.ResultCode, 0, 4))]
                    : [Control(_peerSession, L2tpMessageType.IncomingCallReply, L2tpAttribute.Of(L2tpAttribute.AssignedSessionId, Session))];
            case 12 when LinkIsSilent:
                return [new L2tpPacket(IsControl: true, _peerTunnel, 0, _ns, _nr, [], []).Encode()];
            case 12:
                return [new L2tpPacket(IsControl: true, _peerTunnel, 0, _ns, _nr, [], []).Encode(), Frame(new(LcpCode.ConfigureRequest, 1, [PppAuthentication.Eap.ToOption()], []))];
            default:
                return [];
        }
    }

    private IEnumerable<byte[]> TakeLcp(LcpPacket packet)
    {
        Seen.Add($"LCP {packet.Code}");
        return packet.Code == LcpCode.ConfigureRequest && !LinkIsSilent ? [Frame(packet with { Code = LcpCode.ConfigureAck })] : [];
    }

    private byte[] Frame(LcpPacket packet) => new L2tpPacket(IsControl: false, _peerTunnel, _peerSession, null, null, [], [0xFF, 3, 0xC0, 0x21, .. packet.Encode()]).Encode();

    private byte[] Control(ushort session, L2tpMessageType type, params L2tpAttribute[] attributes) =>
        new L2tpPacket(IsControl: true, _peerTunnel, session, _ns++, _nr, [L2tpAttribute.Of(L2tpAttribute.MessageType, type.Value), .. attributes], []).Encode();

    private IkeDatagram Esp(byte[] packet)
    {
        var content = Edit(packet);
        byte[] udp = [6, 165, 6, 165, (byte)((content.Length + 8) >> 8), (byte)(content.Length + 8), 0, 0, .. content];
        return new(IkePort.NatTraversal, _ours!.Seal(EspAssociation.UdpInside, udp, new byte[_ours.IvSize]));
    }

    private byte[] Proved(IkeV1Cipher cipher, ExchangeType exchange, uint id, Func<byte[], byte[]> hash, ImmutableArray<IkeV1Payload> rest) =>
        Sealed(cipher, exchange, id, [new IkeV1OpaquePayload(IkeV1PayloadType.Hash, [.. hash(IkeV1Payloads.Encode(rest))]), .. rest]);

    private byte[] Sealed(IkeV1Cipher cipher, ExchangeType exchange, uint id, ImmutableArray<IkeV1Payload> payloads) =>
        IkeV1Message.Sealed(_initiator, Cookie, exchange, id, payloads[0].Type, [.. cipher.Seal(Edit(IkeV1Payloads.Encode(payloads)))]).Encode();

    private static ImmutableArray<IkeV1Payload> Opened(IkeV1Cipher cipher, IkeV1Message message)
    {
        var reader = new WireReader(cipher.Open(message.Encrypted));
        var payloads = ImmutableArray.CreateBuilder<IkeV1Payload>();
        return IkeV1Payloads.Decode(new(message.Header.NextPayload.Value), ref reader, payloads) is null ? payloads.ToImmutable() : [];
    }
}
