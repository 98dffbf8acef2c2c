using Org.BouncyCastle.Tls;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>A TLS client that is fed records and hands records out; judges the server before anything secret is said.</summary>
internal sealed class TlsTunnel : IDisposable
{
    private readonly EapTlsClient _client;
    private readonly TlsClientProtocol _protocol = new();

    public TlsTunnel(TlsTunnelSettings settings) => _client = new(settings);

    /// <summary>The handshake is complete on our side and no alert ended it.</summary>
    public bool IsEstablished => _client.IsEstablished && !AlertReceived && Left is null;

    /// <summary>The server sent a fatal alert.</summary>
    public bool AlertReceived => _client.AlertReceived;

    /// <summary>Why we gave up; null while TLS goes on, or where the server ended it.</summary>
    public EapFailureReason? Left { get; private set; }

    /// <summary>128 bytes: MSK, then EMSK. Null before the handshake is complete.</summary>
    public byte[]? Key => _client.Key;

    /// <returns>The flight with ClientHello.</returns>
    public byte[] Begin()
    {
        _protocol.Connect(_client);
        return TakeOutput();
    }

    /// <summary>Takes a flight of the server; what it teaches is added to the events.</summary>
    public void Offer(byte[] flight, List<EapEvent> events)
    {
        if (flight.Length > 0 && Left is null && !AlertReceived)
        {
            try
            {
                _protocol.OfferInput(flight);
            }
            catch (Exception failed) when (failed is IOException or ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException)
            {
                // BouncyCastle has queued the alert, if it is ours; parsing of a hostile certificate can fail in ways of its own.
                if (!AlertReceived)
                    Left = _client.Stopped ?? EapFailureReason.TlsAlertSent;
            }
        }

        events.AddRange(_client.TakeEvents());
        if (Left is null && !AlertReceived && _protocol is { IsClosed: true } && !_client.IsEstablished)
            Left = EapFailureReason.TlsAlertSent;
    }

    /// <returns>Records to be sent; may be empty.</returns>
    public byte[] TakeOutput()
    {
        var output = new byte[_protocol.GetAvailableOutputBytes()];
        _protocol.ReadOutput(output, 0, output.Length);
        return output;
    }

    /// <returns>Decrypted content; may be empty.</returns>
    public byte[] TakeData()
    {
        var data = new byte[_protocol.GetAvailableInputBytes()];
        if (data.Length > 0)
            _protocol.ReadInput(data, 0, data.Length);
        return data;
    }

    /// <summary>Encrypts content into the output.</summary>
    public void Send(byte[] content)
    {
        if (_protocol is { IsClosed: false })
            _protocol.WriteApplicationData(content, 0, content.Length);
    }

    public void Dispose() => _client.Dispose();
}
