using System.Globalization;
using System.Net;

namespace Aovpn.Diagnosis.Rules;

/// <summary>An interface's address with its prefix length, as listings show it: 192.0.2.10/24.</summary>
internal readonly record struct Subnet(IPNetwork Network, IPAddress Address)
{
    /// <returns>Null when the text has no prefix length or is no address.</returns>
    public static Subnet? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !IPAddress.TryParse(text[..slash], out var address)
            || !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return null;

        var bytes = address.GetAddressBytes();
        if (length > bytes.Length * 8)
            return null;
        for (var bit = length; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new(new IPNetwork(new IPAddress(bytes), length), address);
    }

    public override string ToString() => Network.ToString();
}
