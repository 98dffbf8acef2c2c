using System.Security.Cryptography;
using Aovpn.Codecs.Eap;

namespace Aovpn.Lab.Eap;

/// <summary>PEAP version 0 on the server's side, with cryptobinding as NPS asks for it.</summary>
internal sealed class PeapServerMethod(EapServerSettings settings) : IEapServerMethod
{
    /// <summary>Room that PEAP and TLS take from an outer packet, in bytes.</summary>
    private const int TunnelOverhead = 120;

    private readonly LabTlsTunnel _tunnel = new(settings, EapType.Peap, asksForCertificate: false);
    private readonly ServerFlights _flights = new(EapType.Peap, settings.Fragment);
    private readonly EapServer _inner = new(settings with { Fragment = settings.Fragment - TunnelOverhead, TakesTls13 = false }, inner: true);
    private bool _begun;
    private bool _resultSent;
    private PeapKeys? _keys;

    public EapType Type => EapType.Peap;

    public bool IsDone { get; private set; }

    public string? Refusal { get; private set; }

    public byte[]? Key => IsDone ? _keys?.MasterSessionKey() ?? _tunnel.Key?[..64] : null;

    public EapPacket Begin(byte identifier) => _flights.Start(identifier);

    public EapPacket? Answer(EapPacket response, byte identifier)
    {
        if (_flights.Receive(response, identifier, out var flight) is { } answer)
            return answer;
        var wasEstablished = _tunnel.IsEstablished;
        _tunnel.Offer(flight);
        var data = _tunnel.TakeData();
        if (_tunnel.Failure is { } failure)
        {
            var alert = _tunnel.TakeOutput();
            Refusal = failure;
            return alert.Length > 0 ? _flights.Send(alert, identifier) : null;
        }

        // The peer acknowledges the end of the handshake before anything is said inside.
        if (wasEstablished && Inside(data, identifier) is { } inside)
            _tunnel.Send(settings.Inside(PeapInner.Pack(inside)));
        return IsDone || Refusal is not null ? null : _flights.Send(_tunnel.TakeOutput(), identifier);
    }

    public void Dispose() => _inner.Dispose();

    private EapPacket? Inside(byte[] data, byte identifier)
    {
        if (!_begun)
        {
            _begun = true;
            return _inner.Begin() with { Identifier = identifier };
        }

        if (data.Length == 0)
        {
            Refusal = "nothing inside the tunnel";
            return null;
        }

        var packet = PeapInner.Unpack(data, EapCode.Response, unchecked((byte)(identifier - 1)));
        if (_resultSent)
            return Result(packet);
        if (_inner.Answer(packet) is { } next)
            return next;

        _resultSent = true;
        if (_inner.Accepted is not true)
            return Extensions(identifier, PeapTlv.Result(false));
        if (!settings.BindsCryptography)
            return Extensions(identifier, PeapTlv.Result(true));
        _keys = new(_tunnel.Key, _inner.Key ?? []);
        var binding = new PeapCryptoBinding(0, 0, IsResponse: false, [.. RandomNumberGenerator.GetBytes(32)], []).Signed(_keys);
        if (settings.BreaksBinding)
            binding = binding with { CompoundMac = [.. new byte[20]] };
        return Extensions(identifier, PeapTlv.Result(true), binding.ToTlv());
    }

    private EapPacket? Result(EapPacket packet)
    {
        var tlvs = PeapTlv.DecodeAll(packet.Data.AsSpan());
        var agreed = tlvs.Any(tlv => tlv.ResultSuccess is true);
        var bound = _keys is null || tlvs.Any(tlv => tlv.Type == PeapTlvType.CryptoBinding && PeapCryptoBinding.Decode(tlv) is { IsResponse: true } binding && binding.Verifies(_keys));
        if (_inner.Accepted is true && agreed && bound)
            IsDone = true;
        else
            Refusal = _inner.Refusal ?? (agreed ? "cryptobinding does not verify" : "the peer does not agree");
        return null;
    }

    private static EapPacket Extensions(byte identifier, params ReadOnlySpan<PeapTlv> tlvs) => EapPacket.Request(identifier, EapType.Extensions, PeapTlv.EncodeAll(tlvs));
}
