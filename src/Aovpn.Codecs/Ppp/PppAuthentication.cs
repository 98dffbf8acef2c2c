using System.Globalization;

namespace Aovpn.Codecs.Ppp;

/// <summary>What LCP's Authentication-Protocol option asks for (RFC 1661 section 6.2; RFC 1994, RFC 2433, RFC 2759 for CHAP's algorithms).</summary>
public readonly record struct PppAuthentication(ushort Protocol, byte? Algorithm)
{
    public static readonly PppAuthentication Pap = new(0xC023, null);
    public static readonly PppAuthentication MsChapV2 = new(0xC223, 0x81);
    public static readonly PppAuthentication Eap = new(0xC227, null);

    /// <returns>Null when the option is shorter than a protocol number.</returns>
    public static PppAuthentication? Of(LcpOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return option.Data.Length < 2 ? null : new((ushort)((option.Data[0] << 8) | option.Data[1]), option.Data.Length > 2 ? option.Data[2] : null);
    }

    public LcpOption ToOption() => new(LcpOption.AuthenticationProtocol, Algorithm is { } algorithm
        ? [(byte)(Protocol >> 8), (byte)Protocol, algorithm]
        : [(byte)(Protocol >> 8), (byte)Protocol]);

    public override string ToString() => (Protocol, Algorithm) switch
    {
        (0xC023, _) => "PAP",
        (0xC223, 5) => "CHAP with MD5",
        (0xC223, 0x80) => "MS-CHAP",
        (0xC223, 0x81) => "MS-CHAP v2",
        (0xC227, _) => "EAP",
        _ => string.Create(CultureInfo.InvariantCulture, $"protocol 0x{Protocol:X4}"),
    };
}
