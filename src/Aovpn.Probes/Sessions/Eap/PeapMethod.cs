using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>PEAP version 0, [MS-PEAP]: TLS around a second EAP conversation, ended by a result TLV.</summary>
internal sealed class PeapMethod(EapPeerSettings settings) : IEapMethod
{
    private readonly TlsTunnel _tunnel = new(new TlsTunnelSettings(EapType.Peap, Inner: false, settings, IsCertificateExpected: false));
    private readonly TlsFlights _flights = new(settings.LargestPacket - TlsMethod.FrameOverhead);
    private readonly EapConversation _inner = new(settings.InnerIdentity ?? settings.Identity, EapChoices.Inner(settings), inner: true);
    private bool _begun;
    private bool? _result;
    private byte[]? _bound;
    private EapFailureReason? _left;

    public bool IsDone => _result is true;

    public byte[]? Key => IsDone ? _bound ?? _tunnel.Key?[..64] : null;

    public EapFailureReason? Left => _tunnel.Left ?? _left;

    public EapFailureReason IfRefused => _tunnel.AlertReceived ? EapFailureReason.TlsAlertReceived
        : !_tunnel.IsEstablished ? EapFailureReason.RefusedDuringMethod
        : IsDone || _inner.IsDone ? EapFailureReason.RefusedAfterHandshake
        : _inner.IfRefused;

    public byte[]? Answer(EapPacket request, List<EapEvent> events)
    {
        var frame = EapTlsFrame.Decode(request.Data.AsSpan());
        if (frame.IsStart && !_begun)
        {
            _begun = true;
            return _flights.Send(_tunnel.Begin()).Encode();
        }

        if (_flights.Receive(frame, out var flight) is { } answer)
            return answer.Encode();
        _tunnel.Offer(flight, events);
        var content = _tunnel.TakeData();
        if (content.Length > 0 && _tunnel is { IsEstablished: true, Left: null })
            Inside(content, request.Identifier, events);
        return _flights.Send(_tunnel.TakeOutput()).Encode();
    }

    public void Dispose()
    {
        _inner.Dispose();
        _tunnel.Dispose();
    }

    private void Inside(byte[] content, byte identifier, List<EapEvent> events)
    {
        var packet = PeapInner.Unpack(content, EapCode.Request, identifier);
        if (packet.Code == EapCode.Success || packet.Code == EapCode.Failure)
        {
            // Not of version 0, which has the result TLV for it; some servers send it all the same.
            _inner.End(packet.Code == EapCode.Success, events);
            return;
        }

        var response = packet.Type == EapType.Extensions ? Extensions(packet, events) : _inner.Answer(packet, events);
        if (_inner.Outcome.Reason is { } reason and not EapFailureReason.NoCredentials)
            _left ??= reason;
        if (response is not null)
            _tunnel.Send(PeapInner.Pack(response));
    }

    /// <summary>[MS-PEAP] section 3.2.5.4: the result and, where the server asks for it, cryptobinding.</summary>
    private EapPacket? Extensions(EapPacket packet, List<EapEvent> events)
    {
        var tlvs = PeapTlv.DecodeAll(packet.Data.AsSpan());
        bool? success = null;
        PeapCryptoBinding? binding = null;
        foreach (var tlv in tlvs)
        {
            success ??= tlv.ResultSuccess;
            if (tlv.Type == PeapTlvType.CryptoBinding)
                binding = PeapCryptoBinding.Decode(tlv);
        }

        if (success is not { } said)
            throw new MalformedException("Tlv.Result", 0, "is missing from the EAP Extensions packet");
        events.Add(new EapEvent.TunnelResult(said));
        if (said && !_inner.IsDone)
        {
            events.Add(new EapEvent.Misbehaved("a result TLV says success before an inner method was finished"));
            _left = EapFailureReason.Misbehaved;
            said = false;
        }

        if (!said || binding is null)
        {
            _result = said;
            return Reply(packet, PeapTlv.Result(said));
        }

        var keys = new PeapKeys(_tunnel.Key, _inner.Key ?? []);
        var verified = !binding.IsResponse && binding.Verifies(keys);
        events.Add(new EapEvent.CryptoBinding(verified));
        if (!verified)
        {
            _left = EapFailureReason.CryptoBindingMismatch;
            return Reply(packet, PeapTlv.Result(false));
        }

        (_result, _bound) = (true, keys.MasterSessionKey());
        var ours = new PeapCryptoBinding(0, binding.Version, IsResponse: true, [.. RandomBytes.Of(32)], []).Signed(keys);
        return Reply(packet, PeapTlv.Result(true), ours.ToTlv());
    }

    private static EapPacket Reply(EapPacket packet, params ReadOnlySpan<PeapTlv> tlvs) =>
        EapPacket.Response(packet.Identifier, EapType.Extensions, PeapTlv.EncodeAll(tlvs));
}
