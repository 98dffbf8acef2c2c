using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>What is asked for or given, RFC 7296 §3.15.1, RFC 8598; the two private ones are of MS-IKEE. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct ConfigurationAttributeType(ushort Value)
{
    public static readonly ConfigurationAttributeType InternalIp4Address = new(1);
    public static readonly ConfigurationAttributeType InternalIp4Netmask = new(2);
    public static readonly ConfigurationAttributeType InternalIp4Dns = new(3);
    public static readonly ConfigurationAttributeType InternalIp4Nbns = new(4);
    public static readonly ConfigurationAttributeType InternalIp4Dhcp = new(6);
    public static readonly ConfigurationAttributeType ApplicationVersion = new(7);
    public static readonly ConfigurationAttributeType InternalIp6Address = new(8);
    public static readonly ConfigurationAttributeType InternalIp6Dns = new(10);
    public static readonly ConfigurationAttributeType InternalIp6Dhcp = new(12);
    public static readonly ConfigurationAttributeType InternalIp4Subnet = new(13);
    public static readonly ConfigurationAttributeType SupportedAttributes = new(14);
    public static readonly ConfigurationAttributeType InternalIp6Subnet = new(15);
    public static readonly ConfigurationAttributeType InternalDnsDomain = new(25);
    public static readonly ConfigurationAttributeType InternalIp4Server = new(23456);
    public static readonly ConfigurationAttributeType InternalIp6Server = new(23457);

    private static readonly FrozenDictionary<ushort, string> Names = new Dictionary<ushort, string>
    {
        [1] = "INTERNAL_IP4_ADDRESS",
        [2] = "INTERNAL_IP4_NETMASK",
        [3] = "INTERNAL_IP4_DNS",
        [4] = "INTERNAL_IP4_NBNS",
        [6] = "INTERNAL_IP4_DHCP",
        [7] = "APPLICATION_VERSION",
        [8] = "INTERNAL_IP6_ADDRESS",
        [10] = "INTERNAL_IP6_DNS",
        [12] = "INTERNAL_IP6_DHCP",
        [13] = "INTERNAL_IP4_SUBNET",
        [14] = "SUPPORTED_ATTRIBUTES",
        [15] = "INTERNAL_IP6_SUBNET",
        [25] = "INTERNAL_DNS_DOMAIN",
        [23456] = "INTERNAL_IP4_SERVER",
        [23457] = "INTERNAL_IP6_SERVER",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
