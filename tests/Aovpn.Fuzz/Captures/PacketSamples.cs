using System.Buffers.Binary;
using Aovpn.Codecs;
using Aovpn.Codecs.Pptp;

namespace Aovpn.Fuzz.Captures;

/// <summary>Packets of the protocols that are looked for in a capture, the links that carry them, and files of both formats.</summary>
internal static class PacketSamples
{
    private static readonly byte[] Client = [198, 51, 100, 10], Gateway = [203, 0, 113, 10];

    /// <summary>Link types by number, with what goes before a packet.</summary>
    public static (int Type, Func<byte[], byte[]> Wrap)[] Links { get; } =
    [
        (101, packet => packet), (1, packet => [.. new byte[12], 8, 0, .. packet]), (0, packet => [2, 0, 0, 0, .. packet]), (108, packet => [0, 0, 0, 2, .. packet]),
        (113, packet => [.. new byte[14], 8, 0, .. packet]), (276, packet => [8, 0, .. new byte[18], .. packet]), (9, packet => [0xFF, 3, 0, 0x21, .. packet]), (50, packet => [0x21, .. packet]),
        (51, packet => [0x11, 0, 0, 1, 0, 0, 0, 0x21, .. packet]), (204, packet => [0, 0xFF, 3, 0x21, .. packet]),
        (1, packet => [.. new byte[12], 0x81, 0, 0, 5, 0x88, 0x64, 0x11, 0, 0, 1, 0, 0, 0, 0x21, .. packet]),
    ];

    public static byte[][] Tls =>
    [
        Tcp(443, 1000, 2, []),
        Tcp(443, 1001, 16, [22, 3, 1, 0, 47, 1, 0, 0, 43, 3, 3, .. new byte[32], 0, 0, 2, 0x13, 1, 1, 0, 0, 0]),
        Tcp(443, 1053, 16, [21, 3, 3, 0, 2, 2, 48]),
    ];

    public static byte[][] Pptp => [Tcp(1723, 1, 2, []), Tcp(1723, 2, 16, PptpMessage.StartRequest("pc1", "aovpn").Encode()), Tcp(1723, 300, 20, [])];

    /// <summary>ESP, GRE of PPTP, an ICMP message that quotes, EAPOL's neighbours, IPv6 with extension headers and a fragment.</summary>
    public static byte[][] Others =>
    [
        Ipv4(50, [1, 2, 3, 4, 0, 0, 0, 1, .. new byte[16]]), Ipv4(47, [0x30, 1, 0x88, 0x0B, 0, 4, 0, 7, 0, 0, 0, 1]), Ipv4(1, [3, 3, 0, 0, 0, 0, 0, 0, .. Udp(4500, [0xFF])]),
        [.. Ipv6Head(0, 24), 44, 0, 1, 4, 0, 0, 0, 0, 17, 0, 0, 1, 0, 0, 0, 9, 1, 0xF4, 1, 0xF4, 0, 8, 0, 0], [.. Ipv6Head(17, 9), 0x11, 0x94, 0x11, 0x94, 0, 9, 0, 0, 0xFF],
    ];

    public static byte[] UdpPayload(int port, byte[] payload) => new WireWriter().U16(port).U16(port).U16(payload.Length + 8).U16(0).Bytes(payload).ToArray();

    public static byte[] Udp(int port, byte[] payload) => Ipv4(17, UdpPayload(port, payload));

    /// <summary>Three pieces of a packet, the last one first.</summary>
    public static IEnumerable<byte[]> Fragments(byte[] payload)
    {
        var third = payload.Length / 24 * 8;
        return [Ipv4(17, payload[(2 * third)..], 2 * third / 8), Ipv4(17, payload[..third], 0x2000), Ipv4(17, payload[third..(2 * third)], 0x2000 | (third / 8))];
    }

    /// <summary>A file of one interface. Frames are a second apart.</summary>
    public static byte[] Pcap(int link, bool isLittle, IEnumerable<byte[]> frames)
    {
        List<byte> file = [];
        foreach (var number in (uint[])[0xA1B2_C3D4, isLittle ? 0x0004_0002u : 0x0002_0004, 0, 0, 65_535, (uint)link])
            file.AddRange(Number(number, isLittle));
        foreach (var (index, frame) in frames.Index())
        {
            foreach (var number in (uint[])[1_700_000_000 + (uint)index, 7, (uint)frame.Length, (uint)frame.Length])
                file.AddRange(Number(number, isLittle));
            file.AddRange(frame);
        }

        return [.. file];
    }

    /// <summary>One section, one interface with a resolution of time, an enhanced and a simple block in turn.</summary>
    public static byte[] PcapNg(int link, IEnumerable<byte[]> frames)
    {
        List<byte> file = [];
        Block(0x0A0D_0D0A, [.. Number(0x1A2B_3C4D, isLittle: true), 1, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, 8)]);
        Block(1, [(byte)link, (byte)(link >> 8), 0, 0, 0, 0, 4, 0, 9, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
        foreach (var (index, frame) in frames.Index())
        {
            byte[] padded = [.. frame, .. new byte[(4 - (frame.Length % 4)) % 4]];
            byte[] length = Number((uint)frame.Length, isLittle: true);
            Block(index % 2 == 0 ? 6u : 3, index % 2 == 0 ? [.. new byte[4], 0x10, 0, 6, 0, 1, 2, 3, 4, .. length, .. length, .. padded] : [.. length, .. padded]);
        }

        return [.. file];

        void Block(uint type, byte[] body)
        {
            var length = Number((uint)body.Length + 12, isLittle: true);
            file.AddRange([.. Number(type, isLittle: true), .. length, .. body, .. length]);
        }
    }

    /// <summary>Lengths in the headers of a packet that are those of its frame.</summary>
    public static void FitLengths(Span<byte> packet)
    {
        if (packet.Length >= 20 && packet[0] >> 4 == 4)
            BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)packet.Length);
        else if (packet.Length >= 40 && packet[0] >> 4 == 6)
            BinaryPrimitives.WriteUInt16BigEndian(packet[4..], (ushort)(packet.Length - 40));
    }

    private static byte[] Tcp(int port, uint sequence, byte flags, byte[] content) =>
        Ipv4(6, new WireWriter().U16(50_000).U16(port).U32(sequence).U32(0).U8(0x50).U8(flags).U16(1000).U16(0).U16(0).Bytes(content).ToArray());

    private static byte[] Ipv4(byte protocol, byte[] payload, int fragment = 0) => new WireWriter()
        .U8(0x45).U8(0).U16(20 + payload.Length).U16(7).U16(fragment).U8(64).U8(protocol).U16(0).Bytes(Client).Bytes(Gateway).Bytes(payload).ToArray();

    private static byte[] Ipv6Head(byte next, int length) => [0x60, 0, 0, 0, 0, (byte)length, next, 64, .. new byte[15], 1, .. new byte[15], 2];

    private static byte[] Number(uint number, bool isLittle)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, isLittle ? number : BinaryPrimitives.ReverseEndianness(number));
        return bytes;
    }
}
