using System.Collections.Immutable;
using System.Net;

namespace Aovpn.Codecs.Ike;

/// <summary>One attribute of a configuration payload, RFC 7296 §3.15.1; an empty value asks.</summary>
public sealed record ConfigurationAttribute(ConfigurationAttributeType Type, ImmutableArray<byte> Value)
{
    /// <summary>The address in front, of 4 bytes, or 16 for IPv6 (a prefix length may follow it); null where the value is no address.</summary>
    public IPAddress? Address => Value.Length switch
    {
        4 or 8 => new(Value.AsSpan(0, 4)),
        16 or 17 => new(Value.AsSpan(0, 16)),
        _ => null,
    };
}
