using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;

namespace Aovpn.Codecs.Ike;

/// <summary>NAT_DETECTION_SOURCE_IP and NAT_DETECTION_DESTINATION_IP, RFC 7296 §2.23: SHA-1 over SPIs, address and port.</summary>
public static class NatDetection
{
    private const int SpisSize = 16;

    public static byte[] Hash(ulong initiatorSpi, ulong responderSpi, IPEndPoint endpoint)
    {
        var address = (endpoint.Address.IsIPv4MappedToIPv6 ? endpoint.Address.MapToIPv4() : endpoint.Address).GetAddressBytes();
        Span<byte> data = stackalloc byte[SpisSize + address.Length + 2];
        BinaryPrimitives.WriteUInt64BigEndian(data, initiatorSpi);
        BinaryPrimitives.WriteUInt64BigEndian(data[8..], responderSpi);
        address.CopyTo(data[SpisSize..]);
        BinaryPrimitives.WriteUInt16BigEndian(data[^2..], (ushort)endpoint.Port);
        return SHA1.HashData(data);
    }
}
