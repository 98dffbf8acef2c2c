using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>The lock step of EAP-TLS and PEAP: flights of TLS go back and forth, in fragments that the other side acknowledges.</summary>
/// <param name="largestData">Most bytes of TLS in one frame.</param>
internal sealed class TlsFlights(int largestData)
{
    private readonly EapTlsReassembly _incoming = new();
    private EapTlsFragments? _outgoing;
    private bool _begun;

    /// <returns>The frame that answers by itself: an acknowledgement, or the next fragment; null when a whole flight is there.</returns>
    /// <exception cref="MalformedException">The other side breaks the lock step.</exception>
    public EapTlsFrame? Receive(EapTlsFrame frame, out byte[] flight)
    {
        flight = [];
        if (!_begun)
            throw new MalformedException("EapTls.Flags", 0, "do not say start, as the first message of the method must");
        if (_outgoing is { } outgoing)
        {
            if (!frame.IsEmpty)
                throw new MalformedException("EapTls.Data", 1, "comes while fragments of ours are not acknowledged");
            return Sent(outgoing);
        }

        if (_incoming.Add(frame) is not { } whole)
            return EapTlsFrame.Acknowledgement;
        flight = whole;
        return null;
    }

    /// <summary>The first frame of a flight of ours; an empty one acknowledges.</summary>
    public EapTlsFrame Send(ReadOnlyMemory<byte> flight) => Sent(new(flight, largestData));

    private EapTlsFrame Sent(EapTlsFragments fragments)
    {
        _begun = true;
        var frame = fragments.Next();
        _outgoing = frame.HasMore ? fragments : null;
        return frame;
    }
}
