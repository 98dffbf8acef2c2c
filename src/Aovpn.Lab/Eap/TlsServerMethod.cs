using Aovpn.Codecs.Eap;

namespace Aovpn.Lab.Eap;

/// <summary>EAP-TLS on the server's side.</summary>
internal sealed class TlsServerMethod(EapServerSettings settings) : IEapServerMethod
{
    private readonly LabTlsTunnel _tunnel = new(settings, EapType.Tls, asksForCertificate: true);
    private readonly ServerFlights _flights = new(EapType.Tls, settings.Fragment);
    private bool _told;

    public EapType Type => EapType.Tls;

    public bool IsDone { get; private set; }

    public string? Refusal { get; private set; }

    public byte[]? Key => _tunnel.Key?[..64];

    public EapPacket Begin(byte identifier) => _flights.Start(identifier);

    public EapPacket? Answer(EapPacket response, byte identifier)
    {
        if (_flights.Receive(response, identifier, out var flight) is { } answer)
            return answer;
        if (_told)
            return End();

        _tunnel.Offer(flight);
        if (_tunnel.IsEstablished && _tunnel.IsTls13)
            _tunnel.Send([0]);
        var output = _tunnel.TakeOutput();
        _told = _tunnel.IsEstablished || _tunnel.Failure is not null;
        return _told && output.Length == 0 ? End() : _flights.Send(output, identifier);
    }

    public void Dispose()
    {
    }

    private EapPacket? End()
    {
        Refusal = _tunnel.Failure ?? Policy.Refuses(settings, _tunnel.PeerCertificate);
        IsDone = Refusal is null;
        return null;
    }
}
