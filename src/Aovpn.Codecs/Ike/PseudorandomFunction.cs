using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Transform type 2, RFC 7296 §3.3.2, RFC 4868. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct PseudorandomFunction(ushort Value)
{
    public static readonly PseudorandomFunction HmacMd5 = new(1);
    public static readonly PseudorandomFunction HmacSha1 = new(2);
    public static readonly PseudorandomFunction Aes128Xcbc = new(4);
    public static readonly PseudorandomFunction HmacSha256 = new(5);
    public static readonly PseudorandomFunction HmacSha384 = new(6);
    public static readonly PseudorandomFunction HmacSha512 = new(7);
    public static readonly PseudorandomFunction Aes128Cmac = new(8);

    private static readonly FrozenDictionary<ushort, string> Names = new Dictionary<ushort, string>
    {
        [1] = "HMAC-MD5",
        [2] = "HMAC-SHA1",
        [4] = "AES128-XCBC",
        [5] = "HMAC-SHA2-256",
        [6] = "HMAC-SHA2-384",
        [7] = "HMAC-SHA2-512",
        [8] = "AES128-CMAC",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
