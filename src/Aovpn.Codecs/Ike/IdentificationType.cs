using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Form of an identity, RFC 7296 §3.5. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct IdentificationType(byte Value)
{
    public static readonly IdentificationType Ipv4Address = new(1);
    public static readonly IdentificationType Fqdn = new(2);
    public static readonly IdentificationType Rfc822Address = new(3);
    public static readonly IdentificationType Ipv6Address = new(5);
    public static readonly IdentificationType DerAsn1DistinguishedName = new(9);
    public static readonly IdentificationType DerAsn1GeneralName = new(10);
    public static readonly IdentificationType KeyId = new(11);
    public static readonly IdentificationType Null = new(13);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [1] = "ID_IPV4_ADDR",
        [2] = "ID_FQDN",
        [3] = "ID_RFC822_ADDR",
        [5] = "ID_IPV6_ADDR",
        [9] = "ID_DER_ASN1_DN",
        [10] = "ID_DER_ASN1_GN",
        [11] = "ID_KEY_ID",
        [13] = "ID_NULL",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
