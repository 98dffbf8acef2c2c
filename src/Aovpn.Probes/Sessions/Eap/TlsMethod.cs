using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>EAP-TLS, RFC 5216 and (TLS 1.3) RFC 9190.</summary>
/// <param name="largestPacket">Largest EAP packet, in bytes.</param>
internal sealed class TlsMethod(EapPeerSettings settings, int largestPacket, bool inner) : IEapMethod
{
    /// <summary>EAP header, flags and length.</summary>
    internal const int FrameOverhead = 10;

    private readonly TlsTunnel _tunnel = new(new TlsTunnelSettings(EapType.Tls, inner, settings, IsCertificateExpected: true));
    private readonly TlsFlights _flights = new(largestPacket - FrameOverhead);
    private bool _begun;

    public bool IsDone => _tunnel.IsEstablished;

    public byte[]? Key => _tunnel.Key?[..64];

    public EapFailureReason? Left => _tunnel.Left;

    public EapFailureReason IfRefused => _tunnel.AlertReceived ? EapFailureReason.TlsAlertReceived
        : IsDone ? EapFailureReason.RefusedAfterHandshake : EapFailureReason.RefusedDuringMethod;

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

        // RFC 9190 section 2.1.1: with TLS 1.3 one byte of data says that the server is done. It tells nothing that Success does not.
        _tunnel.TakeData();
        return _flights.Send(_tunnel.TakeOutput()).Encode();
    }

    public void Dispose() => _tunnel.Dispose();
}
