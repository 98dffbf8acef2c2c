using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Addresses as Windows' tools print them, with zone, state and other ornaments.</summary>
internal static class AddressText
{
    private const int Longest = 80;

    /// <summary>Reads <c>192.0.2.10(Preferred)</c>, <c>fe80::1%5</c>; null for anything that is not a whole address in front.</summary>
    public static IPAddress? Parse(string text)
    {
        var word = text.AsSpan().Trim(" \t\u00A0*,;[]");
        var end = word.IndexOfAny(" \t\u00A0(*%");
        if (end >= 0)
            word = word[..end];
        if (word.Length is 0 or > Longest || (word.Count('.') != 3 && word.Count(':') < 2) || word.ContainsAnyExcept(".:0123456789abcdefABCDEF"))
            return null;
        return IPAddress.TryParse(word, out var address) ? address : null;
    }

    /// <returns>The prefix length of a netmask such as 255.255.240.0; null when the bits are not contiguous.</returns>
    public static int? PrefixLength(IPAddress mask)
    {
        if (mask.AddressFamily is not AddressFamily.InterNetwork)
            return null;
        var bytes = mask.GetAddressBytes();
        var bits = (uint)(bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]);
        var length = BitOperations.LeadingZeroCount(~bits);
        return bits == (length == 0 ? 0 : uint.MaxValue << (32 - length)) ? length : null;
    }

    /// <summary>Addresses of organisations' own networks: RFC 1918, and unique local ones of IPv6, RFC 4193.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return address.AddressFamily is AddressFamily.InterNetwork
            ? bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168)
            : (bytes[0] & 0xFE) == 0xFC;
    }
}
