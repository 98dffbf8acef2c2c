namespace Aovpn.Codecs.Pcap;

/// <summary>One direction of a TCP connection put back in order: segments that overlap, repeat or come early.</summary>
public sealed class TcpDirection
{
    /// <summary>More than this is not kept while a gap is open: what follows is lost to the capture.</summary>
    private const int MostWaiting = 1 << 20;

    private readonly SortedDictionary<long, ReadOnlyMemory<byte>> _early = [];
    private long? _next;
    private uint _base;
    private int _waiting;

    /// <summary>Bytes that were sent and are not in the capture: acknowledged or followed by others.</summary>
    public bool HasGap => _early.Count > 0;

    /// <summary>Segments that brought nothing new.</summary>
    public int Retransmissions { get; private set; }

    /// <returns>The bytes that are now in order and were not before; empty while something before them lacks.</returns>
    public IEnumerable<ReadOnlyMemory<byte>> Add(TcpSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        if (_next is null)
        {
            _base = segment.Syn ? segment.Sequence + 1 : segment.Sequence;
            _next = 0;
        }

        if (segment.Syn)
            return [];

        // Relative to the first byte, so that a sequence number that wraps goes on growing.
        var relative = (long)(int)(segment.Sequence - (uint)(_base + _next.Value)) + _next.Value;
        var payload = segment.Payload;
        if (payload.IsEmpty)
            return [];
        if (relative + payload.Length <= _next)
        {
            Retransmissions++;
            return [];
        }

        if (relative > _next)
        {
            if (_waiting + payload.Length <= MostWaiting && _early.TryAdd(relative, payload))
                _waiting += payload.Length;
            return [];
        }

        return InOrder(payload[(int)(_next.Value - relative)..]);
    }

    private List<ReadOnlyMemory<byte>> InOrder(ReadOnlyMemory<byte> first)
    {
        List<ReadOnlyMemory<byte>> ready = [first];
        _next += first.Length;
        while (_early.Count > 0)
        {
            var (at, bytes) = _early.First();
            if (at > _next)
                break;
            _early.Remove(at);
            _waiting -= bytes.Length;
            if (at + bytes.Length <= _next)
                continue;
            var rest = bytes[(int)(_next!.Value - at)..];
            ready.Add(rest);
            _next += rest.Length;
        }

        return ready;
    }
}
