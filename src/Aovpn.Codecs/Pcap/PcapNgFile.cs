using System.Buffers.Binary;
using System.Globalization;

namespace Aovpn.Codecs.Pcap;

/// <summary>
/// The capture file of Wireshark (draft-ietf-opsawg-pcapng): blocks, each with its length at both ends; sections of either byte order;
/// interfaces with their own link type and resolution of time.
/// </summary>
public static class PcapNgFile
{
    internal const uint SectionHeader = 0x0A0D_0D0A;

    private const uint InterfaceDescription = 1, ObsoletePacket = 2, SimplePacket = 3, EnhancedPacket = 6, ByteOrderMagic = 0x1A2B_3C4D;

    /// <summary>A frame with generous options.</summary>
    private const int LongestBlock = CaptureFile.LongestFrame + 65_536;

    public static bool IsPcapNg(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && BinaryPrimitives.ReadUInt32BigEndian(head) == SectionHeader
        && (BinaryPrimitives.ReadUInt32BigEndian(head[8..]) == ByteOrderMagic || BinaryPrimitives.ReadUInt32LittleEndian(head[8..]) == ByteOrderMagic);

    internal static IEnumerable<CapturedFrame> Read(CaptureSource source, Action<CaptureDamage> damaged)
    {
        var section = new PcapNgSection(little: true);
        var frames = 0L;
        var start = 0L;
        var type = SectionHeader;
        while (true)
        {
            if (type == SectionHeader)
            {
                var opening = source.Take(8);
                if (opening.Length < 8)
                {
                    damaged(new(start, frames, "the file ends inside a section header", EndsReading: true));
                    yield break;
                }

                section = new PcapNgSection(little: BinaryPrimitives.ReadUInt32LittleEndian(opening.AsSpan(4)) == ByteOrderMagic);
                var length = section.U32(opening);
                if (length < 28 || length % 4 != 0 || !source.Skip(length - 12))
                {
                    damaged(new(start, frames, "the length of a section header does not fit the file", EndsReading: true));
                    yield break;
                }
            }
            else
            {
                var lengthField = source.Take(4);
                var length = lengthField.Length == 4 ? section.U32(lengthField) : 0;
                if (length is < 12 or > LongestBlock || length % 4 != 0)
                {
                    damaged(new(start, frames, string.Create(CultureInfo.InvariantCulture, $"a block claims {length} bytes"), EndsReading: true));
                    yield break;
                }

                var body = source.Take((int)length - 12);
                var closing = source.Take(4);
                var whole = body.Length == length - 12 && closing.Length == 4;
                if (!whole)
                    damaged(new(start, frames, "the file ends inside a block", EndsReading: true));
                else if (section.U32(closing) != length)
                    damaged(new(start, frames, "the two lengths of a block differ", EndsReading: false));

                if (type == InterfaceDescription)
                {
                    section.AddInterface(body);
                }
                else if (type is EnhancedPacket or SimplePacket or ObsoletePacket)
                {
                    frames++;
                    if (section.Frame(frames, type switch { EnhancedPacket => PacketBlock.Enhanced, SimplePacket => PacketBlock.Simple, _ => PacketBlock.Obsolete }, body) is { } frame)
                        yield return frame;
                    else
                        damaged(new(start, frames - 1, "a packet block is too short for what it claims or names an interface that the file does not describe", EndsReading: false));
                }

                if (!whole)
                    yield break;
            }

            start = source.Offset;
            var next = source.Take(4);
            if (next.Length < 4)
            {
                if (next.Length > 0)
                    damaged(new(start, frames, "the file ends inside the type of a block", EndsReading: true));
                yield break;
            }

            type = BinaryPrimitives.ReadUInt32BigEndian(next) == SectionHeader ? SectionHeader : section.U32(next);
        }
    }
}
