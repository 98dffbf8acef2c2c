namespace Aovpn.Codecs.Eap;

/// <summary>Cuts one TLS flight into fragments, RFC 5216 section 2.1.5: the first of several has the length of all.</summary>
/// <param name="flight">TLS records.</param>
/// <param name="largest">Most bytes of TLS data in one fragment.</param>
/// <param name="version">PEAP's version; 0 in EAP-TLS.</param>
public sealed class EapTlsFragments(ReadOnlyMemory<byte> flight, int largest, byte version = 0)
{
    private int _sent;

    public bool AtEnd => _sent > 0 && _sent >= flight.Length;

    /// <summary>The next fragment; of an empty flight one empty frame.</summary>
    public EapTlsFrame Next()
    {
        var left = flight.Length - _sent;
        var take = Math.Min(left, largest);
        var first = _sent == 0;
        var flags = take < left ? EapTlsFlags.MoreFragments : EapTlsFlags.None;
        uint? length = null;
        if (first && take < left)
        {
            flags |= EapTlsFlags.LengthIncluded;
            length = (uint)flight.Length;
        }

        var frame = new EapTlsFrame(flags, version, length, [.. flight.Span.Slice(_sent, take)]);
        _sent += take;
        return frame;
    }
}
