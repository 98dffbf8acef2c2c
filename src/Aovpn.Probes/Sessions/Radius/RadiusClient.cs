using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Radius;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Sessions.Radius;

/// <summary>
/// One authentication by EAP over RADIUS, without a socket: plays the VPN server towards the RADIUS server (RFC 3579), and the
/// user behind it.
/// </summary>
public sealed class RadiusClient : IDisposable
{
    /// <summary>Service-Type Framed, Framed-Protocol PPP, NAS-Port-Type Virtual: what RRAS sends for a VPN.</summary>
    private const uint Framed = 2, Ppp = 1, Virtual = 5;

    /// <summary>A vendor's number that no server knows (IANA's example, RFC 5612), and the most that one of its attributes holds.</summary>
    private const uint Nobody = 32473;
    private const int PaddingPiece = RadiusAttribute.LargestValue - 6;

    private readonly RadiusClientSettings _settings;
    private readonly RadiusRequests _requests;
    private readonly EapPeer _peer;
    private ImmutableArray<byte>? _state;

    public RadiusClient(RadiusClientSettings settings, EapPeerSettings peer)
    {
        _settings = settings;
        _requests = new(settings);
        _peer = new(peer);
    }

    public RadiusOutcome Outcome { get; private set; } = RadiusOutcome.Running;

    public EapOutcome EapOutcome => _peer.Outcome;

    /// <summary>MSK of the peer after success; null otherwise.</summary>
    public byte[]? MasterSessionKey => _peer.MasterSessionKey;

    /// <returns>The first Access-Request, to be sent until it is answered.</returns>
    public byte[] Start()
    {
        // The VPN server asks for the identity itself.
        var identity = _peer.Answer(EapPacket.Request(0, EapType.Identity, []).Encode());
        return Request(identity.Response!.Value);
    }

    /// <summary>Takes a datagram that came back.</summary>
    /// <param name="events">What it taught is added.</param>
    /// <returns>The next request; null when the exchange is over, or the datagram was none of ours: <see cref="Outcome"/> says which.</returns>
    public byte[]? Receive(ReadOnlySpan<byte> datagram, List<RadiusEvent> events)
    {
        if (Outcome is not RadiusOutcome.Running || _requests.Receive(datagram, events, out var verification) is not { } reply)
            return null;
        if (!verification!.IsGenuine)
        {
            Outcome = RadiusOutcome.SecretDiffers;
            return null;
        }

        Tell(reply, events);
        _state = reply.First(RadiusAttributeType.State)?.Value;
        var answer = reply.EapMessage() is { } eap ? _peer.Answer(eap)
            : reply.Code == RadiusCode.AccessReject ? _peer.Answer(EapPacket.Failure(0).Encode())
            : null;
        if (answer is { Events.IsEmpty: false })
            events.Add(new RadiusEvent.Eap(answer.Events));

        if (reply.Code == RadiusCode.AccessAccept)
            Accept(reply, events);
        else if (reply.Code == RadiusCode.AccessReject)
            Outcome = RadiusOutcome.Rejected;
        else if (answer?.Response is { } response)
            return Request(response);
        else
            Outcome = RadiusOutcome.Left;
        return null;
    }

    public void Dispose() => _peer.Dispose();

    private byte[] Request(ReadOnlyMemory<byte> eap)
    {
        List<RadiusAttribute> attributes =
        [
            RadiusAttribute.OfBytes(RadiusAttributeType.UserName, Cut(Encoding.UTF8.GetBytes(_peer.Settings.Identity))),
            .. RadiusNas.Attributes(_settings),
            RadiusAttribute.OfInteger(RadiusAttributeType.ServiceType, Framed),
            RadiusAttribute.OfInteger(RadiusAttributeType.FramedProtocol, Ppp),
            RadiusAttribute.OfInteger(RadiusAttributeType.NasPortType, Virtual),
            RadiusAttribute.OfInteger(RadiusAttributeType.FramedMtu, (uint)_settings.FramedMtu),
            .. RadiusPacket.SplitEap(eap),
        ];
        if (_settings.CallingStation.Length > 0)
            attributes.Add(RadiusAttribute.OfText(RadiusAttributeType.CallingStationId, _settings.CallingStation));
        if (_state is { } state)
            attributes.Add(new(RadiusAttributeType.State, state));
        for (var left = _settings.Padding; left > 0; left -= RadiusAttribute.LargestValue)
            attributes.Add(new RadiusVendorAttribute(Nobody, 1, [.. new byte[Math.Clamp(left, 1, PaddingPiece)]]).ToAttribute());
        return _requests.Access(attributes);
    }

    private void Accept(RadiusPacket reply, List<RadiusEvent> events)
    {
        Outcome = RadiusOutcome.Accepted;
        var receive = Key(reply, RadiusVendorAttribute.MsMppeReceiveKey);
        var send = Key(reply, RadiusVendorAttribute.MsMppeSendKey);
        byte[] theirs = [.. receive ?? [], .. send ?? []];
        var ours = _peer.MasterSessionKey;
        events.Add(new RadiusEvent.Keys(
            Received: theirs.Length > 0,
            Equal: ours is not null && theirs.Length > 0 && CryptographicOperations.FixedTimeEquals(ours.AsSpan(0, Math.Min(theirs.Length, ours.Length)), theirs)));
    }

    private byte[]? Key(RadiusPacket reply, byte type) =>
        reply.VendorAttributes(RadiusVendorAttribute.Microsoft).FirstOrDefault(attribute => attribute.Type == type) is { } hidden ? _requests.Reveal(hidden) : null;

    private static void Tell(RadiusPacket reply, List<RadiusEvent> events)
    {
        foreach (var attribute in reply.Attributes.Where(attribute => attribute.Type == RadiusAttributeType.ReplyMessage))
            events.Add(new RadiusEvent.Said(attribute.Text));
        foreach (var attribute in reply.VendorAttributes(RadiusVendorAttribute.Microsoft).Where(attribute => attribute is { Type: RadiusVendorAttribute.MsChapError, Value.Length: > 1 }))
        {
            // RFC 2548 section 2.1.5: one byte of identifier goes before the text.
            if (MsChapV2Failure.Parse(Encoding.UTF8.GetString(attribute.Value.AsSpan()[1..])).Error is { } error)
                events.Add(new RadiusEvent.MsChapError(error));
        }
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> name) => name[..Math.Min(name.Length, RadiusAttribute.LargestValue)];
}
