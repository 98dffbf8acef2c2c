using System.Net;

namespace Aovpn.Codecs.Pcap;

/// <summary>Joins the fragments of IP packets; what never becomes whole can be asked for at the end.</summary>
public sealed class IpReassembly
{
    private const int LongestPacket = 65_535, MostPending = 1_024;

    /// <summary>Bytes enough for a packet with holes in them: pieces that overlap, which no sender makes (RFC 5722). A few may be repetitions.</summary>
    private const int MostAttempts = 8;

    private readonly Dictionary<(IPAddress, IPAddress, int, uint), Pending> _pending = [];
    private readonly List<IncompletePacket> _given = [];

    private sealed class Pending(long frame, IpPacket first)
    {
        public long FirstFrame { get; } = frame;

        public long LastFrame { get; set; } = frame;

        public IpPacket First { get; } = first;

        public SortedDictionary<int, ReadOnlyMemory<byte>> Pieces { get; } = [];

        public int? Length { get; set; }

        /// <summary>In all pieces together.</summary>
        public int Bytes { get; set; }

        public int Attempts { get; set; }
    }

    /// <returns>The whole packet once its last piece is there; the packet itself when it is no fragment, or a first piece that the capture cut; null while pieces lack.</returns>
    public IpPacket? Add(long frame, IpPacket packet)
    {
        if (!packet.IsFragment)
            return packet;
        if (packet.IsCut)
            return packet.FragmentOffset == 0 ? packet : null; // the capture kept less: never to be joined, but the first piece has the headers

        var key = (packet.Source, packet.Destination, packet.Protocol, packet.Identification);
        if (!_pending.TryGetValue(key, out var pending))
        {
            if (_pending.Count >= MostPending)
                GiveUpOldest();
            _pending[key] = pending = new(frame, packet);
        }

        pending.LastFrame = frame;
        if (pending.Pieces.TryAdd(packet.FragmentOffset, packet.Payload))
            pending.Bytes += packet.Payload.Length;
        if (!packet.MoreFragments)
            pending.Length = packet.FragmentOffset + packet.Payload.Length;
        if (pending.Length is not { } length || length > LongestPacket || pending.Bytes < length || pending.Attempts > MostAttempts)
            return null;
        pending.Attempts++;
        if (Joined(pending, length) is not { } whole)
            return null;

        _pending.Remove(key);
        return packet with { FragmentOffset = 0, MoreFragments = false, IsCut = false, Payload = whole };
    }

    /// <summary>Packets of which pieces never came, in the order of their first frames.</summary>
    public IEnumerable<IncompletePacket> Incomplete() =>
        _given.Concat(_pending.Values.Select(Given)).OrderBy(packet => packet.FirstFrame);

    private static byte[]? Joined(Pending pending, int length)
    {
        var whole = new byte[length];
        var reached = 0;
        foreach (var (offset, piece) in pending.Pieces)
        {
            if (offset > reached)
                return null;
            if (offset + piece.Length > length)
                return null;
            piece.Span.CopyTo(whole.AsSpan(offset));
            reached = Math.Max(reached, offset + piece.Length);
        }

        return reached == length ? whole : null;
    }

    private void GiveUpOldest()
    {
        var oldest = _pending.MinBy(entry => entry.Value.FirstFrame);
        _given.Add(Given(oldest.Value));
        _pending.Remove(oldest.Key);
    }

    private static IncompletePacket Given(Pending pending) => new(
        pending.FirstFrame, pending.LastFrame, pending.First.Source, pending.First.Destination, pending.First.Protocol,
        pending.Pieces.TryGetValue(0, out var head) ? head : null);
}
