using System.Collections.Immutable;

namespace Aovpn.Codecs.L2tp;

/// <summary>An attribute value pair, RFC 2661 section 4.1.</summary>
/// <param name="Vendor">0 for those of the RFC.</param>
public sealed record L2tpAttribute(bool IsMandatory, bool IsHidden, ushort Vendor, ushort Type, ImmutableArray<byte> Value)
{
    public const ushort MessageType = 0, ResultCode = 1, ProtocolVersion = 2, FramingCapabilities = 3, HostName = 7, VendorName = 8, AssignedTunnelId = 9, ReceiveWindowSize = 10,
        AssignedSessionId = 14, CallSerialNumber = 15;

    /// <summary>The first sixteen bits of the value as a number; null when there are fewer.</summary>
    public ushort? Number => Value.Length >= 2 ? (ushort)((Value[0] << 8) | Value[1]) : null;

    public static L2tpAttribute Of(ushort type, params ImmutableArray<byte> value) => new(IsMandatory: true, IsHidden: false, 0, type, value);

    public static L2tpAttribute Of(ushort type, ushort value) => Of(type, (byte)(value >> 8), (byte)value);

    public bool Equals(L2tpAttribute? other) =>
        other is not null && (IsMandatory, IsHidden, Vendor, Type) == (other.IsMandatory, other.IsHidden, other.Vendor, other.Type) && Value.AsSpan().SequenceEqual(other.Value.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Vendor, Type, Value.Length);
}
