using System.Buffers.Binary;
using System.Net;

namespace Aovpn.Probes.Tests.Support;

/// <summary>Writes captures for tests: frames of raw IP, in either file format, and the packets in them.</summary>
internal sealed class CaptureWriter(int linkType = 101)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly List<(DateTimeOffset At, byte[] Data)> _frames = [];

    public CaptureWriter Frame(byte[] data, double seconds = 0)
    {
        _frames.Add((Start.AddSeconds(seconds), data));
        return this;
    }

    public CaptureWriter Udp(string from, int fromPort, string to, int toPort, byte[] payload, double seconds = 0) =>
        Frame(Ipv4(from, to, 17, UdpPayload(fromPort, toPort, payload)), seconds);

    public byte[] Pcap(bool little = true)
    {
        var file = new List<byte>();
        U32(0xA1B2C3D4, 0x00020004, 0, 0, 65535, (uint)linkType);
        if (little)
            (file[4], file[5], file[6], file[7]) = (2, 0, 4, 0);
        foreach (var (at, data) in _frames)
        {
            var since = at - DateTimeOffset.UnixEpoch;
            U32((uint)since.TotalSeconds, (uint)(since.Ticks % TimeSpan.TicksPerSecond / 10), (uint)data.Length, (uint)data.Length);
            file.AddRange(data);
        }

        return [.. file];

        void U32(params uint[] values)
        {
            foreach (var value in values)
            {
                var bytes = new byte[4];
                if (little)
                    BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
                else
                    BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
                file.AddRange(bytes);
            }
        }
    }

    public byte[] PcapNg()
    {
        var file = new List<byte>();
        Block(0x0A0D0D0A, [.. U32(0x1A2B3C4D), 1, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, 8)]);
        Block(1, [.. U16((ushort)linkType), 0, 0, .. U32(65535)]);
        foreach (var (at, data) in _frames)
        {
            var units = (ulong)((at - DateTimeOffset.UnixEpoch).Ticks / 10);
            Block(6, [.. U32(0), .. U32((uint)(units >> 32)), .. U32((uint)units), .. U32((uint)data.Length), .. U32((uint)data.Length), .. data, .. new byte[(4 - (data.Length % 4)) % 4]]);
        }

        return [.. file];

        void Block(uint type, byte[] body) => file.AddRange([.. U32(type), .. U32((uint)body.Length + 12), .. body, .. U32((uint)body.Length + 12)]);
    }

    public static byte[] Ipv4(string from, string to, byte protocol, byte[] payload, ushort identification = 1, int offset = 0, bool more = false)
    {
        var packet = new byte[20 + payload.Length];
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), identification);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(6), (ushort)((more ? 0x2000 : 0) | (offset / 8)));
        (packet[8], packet[9]) = (64, protocol);
        IPAddress.Parse(from).GetAddressBytes().CopyTo(packet, 12);
        IPAddress.Parse(to).GetAddressBytes().CopyTo(packet, 16);
        payload.CopyTo(packet, 20);
        return packet;
    }

    public static byte[] UdpPayload(int fromPort, int toPort, byte[] payload)
    {
        var datagram = new byte[8 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(datagram, (ushort)fromPort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(2), (ushort)toPort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(4), (ushort)datagram.Length);
        payload.CopyTo(datagram, 8);
        return datagram;
    }

    private static byte[] U16(ushort value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] U32(uint value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];
}
