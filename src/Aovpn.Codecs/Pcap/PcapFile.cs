using System.Buffers.Binary;
using System.Globalization;

namespace Aovpn.Codecs.Pcap;

/// <summary>The classic capture file of libpcap (draft-ietf-opsawg-pcap), either byte order, micro- or nanoseconds.</summary>
public static class PcapFile
{
    private const uint Microseconds = 0xA1B2_C3D4, Nanoseconds = 0xA1B2_3C4D, Modified = 0xA1B2_CD34;

    private const int FileHeaderRest = 20, RecordHeader = 16;

    public static bool IsPcap(ReadOnlySpan<byte> head) =>
        head.Length >= 4 && (Known(BinaryPrimitives.ReadUInt32BigEndian(head)) || Known(BinaryPrimitives.ReadUInt32LittleEndian(head)));

    private static bool Known(uint magic) => magic is Microseconds or Nanoseconds or Modified;

    internal static IEnumerable<CapturedFrame> Read(CaptureSource source, byte[] first, Action<CaptureDamage> damaged)
    {
        var little = Known(BinaryPrimitives.ReadUInt32LittleEndian(first));
        var magic = U32(first);
        var header = new byte[FileHeaderRest];
        if (!source.Fill(header))
        {
            damaged(new(0, 0, "the file ends inside its 24-byte header", EndsReading: true));
            yield break;
        }

        var linkType = new LinkType((int)(U32(header.AsSpan(16)) & 0x0FFF_FFFF));
        var record = new byte[magic == Modified ? RecordHeader + 8 : RecordHeader];
        for (var number = 1L; ; number++)
        {
            var start = source.Offset;
            if (!source.Fill(record))
            {
                if (source.Offset > start)
                    damaged(new(start, number - 1, "the file ends inside the header of a frame", EndsReading: true));
                yield break;
            }

            var (kept, original) = (U32(record.AsSpan(8)), U32(record.AsSpan(12)));
            if (kept > CaptureFile.LongestFrame)
            {
                damaged(new(start, number - 1, string.Create(CultureInfo.InvariantCulture, $"a frame claims {kept} bytes, more than any link carries"), EndsReading: true));
                yield break;
            }

            var data = source.Take((int)kept);
            if (data.Length < kept)
                damaged(new(start, number - 1, string.Create(CultureInfo.InvariantCulture, $"the file ends inside a frame: {data.Length} of {kept} bytes are there"), EndsReading: true));

            var fraction = U32(record.AsSpan(4));
            var at = DateTimeOffset.UnixEpoch.AddSeconds(U32(record)).AddTicks(magic == Nanoseconds ? fraction / 100 : fraction * 10L);
            yield return new(number, at, linkType, data, Math.Max(original, kept));
            if (data.Length < kept)
                yield break;
        }

        uint U32(ReadOnlySpan<byte> bytes) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
