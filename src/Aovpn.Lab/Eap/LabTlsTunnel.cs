using System.Collections.Immutable;
using Aovpn.Codecs.Eap;
using Org.BouncyCastle.Tls;

namespace Aovpn.Lab.Eap;

/// <summary>A TLS server that is fed records and hands records out.</summary>
internal sealed class LabTlsTunnel
{
    private readonly LabTlsServer _server;
    private readonly TlsServerProtocol _protocol = new();

    public LabTlsTunnel(EapServerSettings settings, EapType method, bool asksForCertificate)
    {
        _server = new(settings, method, asksForCertificate);
        _protocol.Accept(_server);
    }

    public bool IsEstablished => _server.Key is not null && Failure is null;

    public bool IsTls13 => _server.IsTls13;

    /// <summary>Why TLS ended; null while it goes on.</summary>
    public string? Failure { get; private set; }

    /// <summary>128 bytes; null before the handshake is complete.</summary>
    public byte[]? Key => _server.Key;

    public ImmutableArray<byte>? PeerCertificate => _server.PeerCertificate;

    public void Offer(byte[] flight)
    {
        try
        {
            if (flight.Length > 0 && Failure is null)
                _protocol.OfferInput(flight);
        }
        catch (Exception failed) when (failed is IOException or ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            Failure = _server.Alert ?? failed.Message;
        }

        Failure ??= _server.Alert;
    }

    public byte[] TakeOutput()
    {
        var output = new byte[_protocol.GetAvailableOutputBytes()];
        _protocol.ReadOutput(output, 0, output.Length);
        return output;
    }

    public byte[] TakeData()
    {
        var data = new byte[_protocol.GetAvailableInputBytes()];
        if (data.Length > 0)
            _protocol.ReadInput(data, 0, data.Length);
        return data;
    }

    public void Send(byte[] content)
    {
        if (_protocol is { IsClosed: false })
            _protocol.WriteApplicationData(content, 0, content.Length);
    }
}
