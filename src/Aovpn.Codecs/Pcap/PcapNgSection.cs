using System.Buffers.Binary;

namespace Aovpn.Codecs.Pcap;

/// <summary>A section of a pcapng file: its byte order and its interfaces.</summary>
internal sealed class PcapNgSection(bool little)
{
    private const int EndOfOptions = 0, TimeResolution = 9, TimeOffset = 14;

    private readonly List<Interface> _interfaces = [];

    private sealed record Interface(LinkType LinkType, uint SnapLength, double UnitsPerSecond, long OffsetSeconds);

    public uint U32(ReadOnlySpan<byte> bytes) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private ushort U16(ReadOnlySpan<byte> bytes) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private long I64(ReadOnlySpan<byte> bytes) =>
        little ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : BinaryPrimitives.ReadInt64BigEndian(bytes);

    /// <summary>An interface description block (section 4.2); one that is too short still counts, as later blocks refer to it by number.</summary>
    public void AddInterface(ReadOnlySpan<byte> body)
    {
        if (body.Length < 8)
        {
            _interfaces.Add(new(new LinkType(-1), 0, 1e6, 0));
            return;
        }

        var (units, offset) = (1e6, 0L);
        for (var options = body[8..]; options.Length >= 4;)
        {
            var (code, length) = (U16(options), U16(options[2..]));
            if (code == EndOfOptions || length > options.Length - 4)
                break;
            var value = options.Slice(4, length);
            if (code == TimeResolution && length == 1)
                units = Math.Pow((value[0] & 0x80) != 0 ? 2 : 10, value[0] & 0x7F);
            else if (code == TimeOffset && length == 8)
                offset = I64(value);
            options = options[Math.Min(options.Length, 4 + ((length + 3) & ~3))..];
        }

        _interfaces.Add(new(new LinkType(U16(body)), U32(body[4..]), units, offset));
    }

    /// <returns>Null when the block does not hold what it claims.</returns>
    public CapturedFrame? Frame(long number, PacketBlock block, byte[] body)
    {
        var header = block is PacketBlock.Simple ? 4 : 20;
        if (body.Length < header)
            return null;

        var index = block switch { PacketBlock.Simple => 0u, PacketBlock.Enhanced => U32(body), _ => U16(body) };
        if (index >= _interfaces.Count)
            return null;

        var source = _interfaces[(int)index];
        var original = U32(body.AsSpan(header - 4));
        if (block is PacketBlock.Simple)
        {
            var there = Math.Min(original, (uint)(body.Length - header));
            var limited = source.SnapLength == 0 ? there : Math.Min(there, source.SnapLength);
            return new(number, null, source.LinkType, body.AsMemory(header, (int)limited), original);
        }

        var kept = U32(body.AsSpan(12));
        if (kept > body.Length - header)
            return null;

        var units = ((ulong)U32(body.AsSpan(4)) << 32) | U32(body.AsSpan(8));
        return new(number, Time(units, source), source.LinkType, body.AsMemory(header, (int)kept), Math.Max(original, kept));
    }

    private static DateTimeOffset? Time(ulong units, Interface source)
    {
        var seconds = units / source.UnitsPerSecond;
        var ticks = (seconds + source.OffsetSeconds) * TimeSpan.TicksPerSecond;
        return ticks >= 0 && ticks < (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks
            ? DateTimeOffset.UnixEpoch.AddTicks(source.UnitsPerSecond <= 1e7 && source.OffsetSeconds == 0 ? (long)(units * (decimal)TimeSpan.TicksPerSecond / (decimal)source.UnitsPerSecond) : (long)ticks)
            : null;
    }
}
