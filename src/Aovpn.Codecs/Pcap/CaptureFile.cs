using System.Buffers.Binary;

namespace Aovpn.Codecs.Pcap;

/// <summary>Captures in the two formats that Wireshark, tcpdump, pktmon (etl2pcap) and firewalls write.</summary>
public static class CaptureFile
{
    /// <summary>No link carries more; a length beyond it is damage (libpcap's MAXIMUM_SNAPLEN).</summary>
    public const int LongestFrame = 262_144;

    public static bool IsCapture(ReadOnlySpan<byte> head) => PcapFile.IsPcap(head) || PcapNgFile.IsPcapNg(head);

    /// <summary>The frames in the order of the file; whatever cannot be read goes to <paramref name="damaged"/> and is thrown nowhere.</summary>
    public static IEnumerable<CapturedFrame> Read(Stream capture, Action<CaptureDamage> damaged)
    {
        var source = new CaptureSource(capture);
        var magic = new byte[4];
        if (!source.Fill(magic))
        {
            damaged(new(0, 0, "the file ends before its first four bytes", EndsReading: true));
            return [];
        }

        return BinaryPrimitives.ReadUInt32BigEndian(magic) == PcapNgFile.SectionHeader
            ? PcapNgFile.Read(source, damaged)
            : PcapFile.Read(source, magic, damaged);
    }
}
