using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Form of a traffic selector, RFC 7296 §3.13.1. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct TrafficSelectorType(byte Value)
{
    public static readonly TrafficSelectorType Ipv4AddressRange = new(7);
    public static readonly TrafficSelectorType Ipv6AddressRange = new(8);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [7] = "TS_IPV4_ADDR_RANGE",
        [8] = "TS_IPV6_ADDR_RANGE",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
