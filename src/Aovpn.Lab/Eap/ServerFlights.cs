using Aovpn.Codecs.Eap;

namespace Aovpn.Lab.Eap;

/// <summary>The server's half of the lock step of EAP-TLS and PEAP.</summary>
/// <param name="type">EAP-TLS or PEAP.</param>
/// <param name="largest">Most bytes of TLS in one frame.</param>
internal sealed class ServerFlights(EapType type, int largest)
{
    private readonly EapTlsReassembly _incoming = new();
    private EapTlsFragments? _outgoing;

    public EapPacket Start(byte identifier) => Request(identifier, new(EapTlsFlags.Start, 0, null, []));

    /// <returns>The packet that answers by itself; null when a whole flight is there.</returns>
    public EapPacket? Receive(EapPacket response, byte identifier, out byte[] flight)
    {
        flight = [];
        var frame = EapTlsFrame.Decode(response.Data.AsSpan());
        if (_outgoing is { } outgoing)
            return Sent(outgoing, identifier);
        if (_incoming.Add(frame) is not { } whole)
            return Request(identifier, EapTlsFrame.Acknowledgement);
        flight = whole;
        return null;
    }

    public EapPacket Send(ReadOnlyMemory<byte> flight, byte identifier) => Sent(new(flight, largest), identifier);

    private EapPacket Sent(EapTlsFragments fragments, byte identifier)
    {
        var frame = fragments.Next();
        _outgoing = frame.HasMore ? fragments : null;
        return Request(identifier, frame);
    }

    private EapPacket Request(byte identifier, EapTlsFrame frame) => EapPacket.Request(identifier, type, frame.Encode());
}
