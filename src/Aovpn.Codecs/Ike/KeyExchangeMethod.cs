using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Transform type 4, the Diffie-Hellman group: RFC 7296 §3.3.2, RFC 3526, RFC 5114, RFC 5903, RFC 8031. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct KeyExchangeMethod(ushort Value)
{
    public static readonly KeyExchangeMethod None = new(0);
    public static readonly KeyExchangeMethod Modp768 = new(1);
    public static readonly KeyExchangeMethod Modp1024 = new(2);
    public static readonly KeyExchangeMethod Modp1536 = new(5);
    public static readonly KeyExchangeMethod Modp2048 = new(14);
    public static readonly KeyExchangeMethod Modp3072 = new(15);
    public static readonly KeyExchangeMethod Modp4096 = new(16);
    public static readonly KeyExchangeMethod Modp6144 = new(17);
    public static readonly KeyExchangeMethod Modp8192 = new(18);
    public static readonly KeyExchangeMethod Ecp256 = new(19);
    public static readonly KeyExchangeMethod Ecp384 = new(20);
    public static readonly KeyExchangeMethod Ecp521 = new(21);
    public static readonly KeyExchangeMethod Modp1024Subgroup160 = new(22);
    public static readonly KeyExchangeMethod Modp2048Subgroup224 = new(23);
    public static readonly KeyExchangeMethod Modp2048Subgroup256 = new(24);
    public static readonly KeyExchangeMethod X25519 = new(31);
    public static readonly KeyExchangeMethod X448 = new(32);

    private static readonly FrozenDictionary<ushort, string> Names = new Dictionary<ushort, string>
    {
        [0] = "none",
        [1] = "MODP-768 (group 1)",
        [2] = "MODP-1024 (group 2)",
        [5] = "MODP-1536 (group 5)",
        [14] = "MODP-2048 (group 14)",
        [15] = "MODP-3072 (group 15)",
        [16] = "MODP-4096 (group 16)",
        [17] = "MODP-6144 (group 17)",
        [18] = "MODP-8192 (group 18)",
        [19] = "ECP-256 (group 19)",
        [20] = "ECP-384 (group 20)",
        [21] = "ECP-521 (group 21)",
        [22] = "MODP-1024-160 (group 22)",
        [23] = "MODP-2048-224 (group 23)",
        [24] = "MODP-2048-256 (group 24)",
        [31] = "X25519 (group 31)",
        [32] = "X448 (group 32)",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
