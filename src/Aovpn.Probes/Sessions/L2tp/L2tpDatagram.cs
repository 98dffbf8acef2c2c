using System.Net;
using System.Net.Sockets;
using Aovpn.Codecs;

namespace Aovpn.Probes.Sessions.L2tp;

/// <summary>UDP from port 1701 to port 1701, as transport mode carries it inside ESP.</summary>
internal static class L2tpDatagram
{
    private const int Header = 8, Udp = 17;

    /// <summary>The payload with its UDP header; its checksum is 0 over IPv4, which RFC 3948 §3.1.2 allows behind a NAT, and is needed over IPv6.</summary>
    public static byte[] Wrap(IPAddress from, IPAddress to, ReadOnlySpan<byte> payload)
    {
        var datagram = new WireWriter().U16(IkeV1QuickMode.L2tpPort).U16(IkeV1QuickMode.L2tpPort).U16(Header + payload.Length).U16(0).Bytes(payload).ToArray();
        if (from.AddressFamily is AddressFamily.InterNetworkV6)
        {
            var sum = Checksum([.. from.GetAddressBytes(), .. to.GetAddressBytes(), 0, 0, (byte)(datagram.Length >> 8), (byte)datagram.Length, 0, 0, 0, Udp, .. datagram]);
            (datagram[6], datagram[7]) = ((byte)(sum >> 8), (byte)sum);
        }

        return datagram;
    }

    /// <returns>Null for a datagram to another port.</returns>
    /// <exception cref="MalformedException">The datagram ends inside its header, or is shorter than it says.</exception>
    public static byte[]? Unwrap(ReadOnlySpan<byte> datagram)
    {
        var reader = new WireReader(datagram);
        reader.U16("UDP.SourcePort");
        var to = reader.U16("UDP.DestinationPort");
        var length = reader.U16("UDP.Length");
        reader.U16("UDP.Checksum");
        return to == IkeV1QuickMode.L2tpPort ? reader.Take(length - Header, "UDP.Data").ToArray() : null;
    }

    private static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i++)
            sum += (uint)(i % 2 == 0 ? bytes[i] << 8 : bytes[i]);
        while (sum > ushort.MaxValue)
            sum = (sum & ushort.MaxValue) + (sum >> 16);
        return (ushort)~sum is var value and not 0 ? value : ushort.MaxValue;
    }
}
