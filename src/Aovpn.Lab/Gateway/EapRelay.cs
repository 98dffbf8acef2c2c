using System.Collections.Immutable;
using System.Net;
using System.Text;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Radius;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Lab.Gateway;

/// <summary>Carries one client's EAP between IKE_AUTH and the RADIUS server (RFC 3579), as RRAS does.</summary>
/// <param name="client">Where the client calls from.</param>
internal sealed class EapRelay(GatewaySettings settings, RadiusPath radius, IPAddress client)
{
    private const uint Framed = 2, Virtual = 5;
    private const int LongestName = 253;

    private readonly RadiusRequests _requests = new(new(settings.RadiusSecret));
    private byte[] _name = [];
    private ImmutableArray<byte>? _state;
    private byte[]? _waiting;
    private int _transmissions;
    private byte _identifier;

    /// <summary>When <see cref="Tick"/> is due; null while nothing is waited for.</summary>
    public TimeSpan? Deadline { get; private set; }

    /// <summary>"Who are you?": asked by the VPN server itself.</summary>
    public static EapPacket Begin() => EapPacket.Request(0, EapType.Identity, []);

    /// <summary>Hands a response to the RADIUS server.</summary>
    /// <returns>Null while the RADIUS server does not answer: <see cref="Tick"/> goes on.</returns>
    public RelayedEap? Take(EapPacket response, TimeSpan now)
    {
        _identifier = response.Identifier;
        if (_name.Length == 0)
            _name = response.Type == EapType.Identity ? [.. response.Data.Take(LongestName)] : [];
        if (settings.RadiusIsClosed)
            return Failure();

        _waiting = _requests.Access(
        [
            RadiusAttribute.OfBytes(RadiusAttributeType.UserName, _name),
            RadiusAttribute.OfAddress(RadiusAttributeType.NasIpAddress, IPAddress.Loopback),
            RadiusAttribute.OfInteger(RadiusAttributeType.ServiceType, Framed),
            RadiusAttribute.OfInteger(RadiusAttributeType.NasPortType, Virtual),
            RadiusAttribute.OfText(RadiusAttributeType.CallingStationId, client.ToString()),
            .. RadiusPacket.SplitEap(response.Encode()),
            .. _state is { } state ? [new RadiusAttribute(RadiusAttributeType.State, state)] : ImmutableArray<RadiusAttribute>.Empty,
        ]);
        _transmissions = 0;
        return Ask(now);
    }

    /// <summary>Time has passed: asks again, or gives up.</summary>
    public RelayedEap? Tick(TimeSpan now)
    {
        if (Deadline is not { } deadline || now < deadline)
            return null;
        Deadline = null;
        return _transmissions < settings.RadiusWaits.Length ? Ask(now) : Failure();
    }

    private RelayedEap? Ask(TimeSpan now)
    {
        Deadline = now + settings.RadiusWaits[_transmissions++];
        if (radius(_waiting!) is not { } answer || _requests.Receive(answer, [], out var verification) is not { } reply || !verification!.IsGenuine)
            return null;

        Deadline = null;
        _state = reply.First(RadiusAttributeType.State)?.Value;
        var eap = reply.EapMessage() is { } bytes ? EapPacket.Decode(bytes) : null;
        if (reply.Code == RadiusCode.AccessChallenge && eap is not null)
            return new(eap, null);
        return reply.Code == RadiusCode.AccessAccept ? new(eap ?? EapPacket.Success(_identifier), Key(reply)) : Failure(eap);
    }

    private RelayedEap Failure(EapPacket? said = null) => new(said ?? EapPacket.Failure(_identifier), null);

    private byte[] Key(RadiusPacket reply) => [.. Half(reply, RadiusVendorAttribute.MsMppeReceiveKey), .. Half(reply, RadiusVendorAttribute.MsMppeSendKey)];

    private byte[] Half(RadiusPacket reply, byte type) =>
        reply.VendorAttributes(RadiusVendorAttribute.Microsoft).FirstOrDefault(attribute => attribute.Type == type) is { } hidden ? _requests.Reveal(hidden) ?? [] : [];

    public override string ToString() => $"EAP of {Encoding.UTF8.GetString(_name)}";
}
