using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Aovpn.Diagnosis.Rules.Addressing;

/// <summary>The static pool of a VPN server: 10.10.8.1-10.10.8.254, or a prefix.</summary>
internal static class AddressRanges
{
    /// <returns>How many IPv4 addresses there are; null when a range is of another form.</returns>
    public static long? Size(ImmutableArray<string> ranges)
    {
        var size = 0L;
        foreach (var range in ranges)
        {
            if (range.Contains(':', StringComparison.Ordinal))
                continue;
            if (range.Split('-') is not [var first, var last] || Number(first) is not { } from || Number(last) is not { } to || to < from)
                return null;
            size += to - from + 1;
        }

        return size == 0 ? null : size;
    }

    private static long? Number(string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily is AddressFamily.InterNetwork
            ? BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes())
            : null;
}
