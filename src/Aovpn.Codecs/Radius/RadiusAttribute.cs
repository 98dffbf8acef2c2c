using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Aovpn.Codecs.Radius;

/// <summary>An attribute, RFC 2865 section 5: type, length with these two bytes, value.</summary>
/// <param name="Value">0 to 253 bytes.</param>
public sealed record RadiusAttribute(RadiusAttributeType Type, ImmutableArray<byte> Value)
{
    /// <summary>Most that one attribute's value holds, in bytes.</summary>
    public const int LargestValue = 253;

    /// <exception cref="ArgumentException">Longer than 253 bytes of UTF-8.</exception>
    public static RadiusAttribute OfText(RadiusAttributeType type, string text) => OfBytes(type, Encoding.UTF8.GetBytes(text));

    public static RadiusAttribute OfInteger(RadiusAttributeType type, uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return new(type, [.. bytes]);
    }

    /// <param name="address">IPv4.</param>
    public static RadiusAttribute OfAddress(RadiusAttributeType type, IPAddress address) => OfBytes(type, address.MapToIPv4().GetAddressBytes());

    /// <exception cref="ArgumentException">Longer than 253 bytes.</exception>
    public static RadiusAttribute OfBytes(RadiusAttributeType type, ReadOnlySpan<byte> value) => value.Length <= LargestValue
        ? new(type, [.. value])
        : throw new ArgumentException($"{type} holds at most {LargestValue} bytes, not {value.Length}", nameof(value));

    /// <summary>The value as UTF-8; bytes that are none become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Value.AsSpan());

    /// <summary>Null unless the value has four bytes.</summary>
    public uint? Integer => Value.Length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(Value.AsSpan()) : null;
}
