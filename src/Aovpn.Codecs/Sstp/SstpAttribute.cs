using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Aovpn.Codecs.Sstp;

/// <summary>An attribute of a control packet, [MS-SSTP] section 2.2.4.</summary>
public sealed record SstpAttribute(byte Id, ImmutableArray<byte> Value)
{
    public const byte EncapsulatedProtocolId = 1, StatusInfo = 2, CryptoBinding = 3, CryptoBindingRequest = 4;

    /// <summary>Encapsulated Protocol ID of PPP, section 2.2.5: the only one there is.</summary>
    public static readonly SstpAttribute Ppp = new(EncapsulatedProtocolId, [0, 1]);

    /// <summary>The status of a Status Info attribute (section 2.2.8), an SSTP status or a Windows error; null for other attributes.</summary>
    public uint? Status => Id == StatusInfo && Value.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(Value.AsSpan()[4..]) : null;

    /// <summary>The hash protocols a server allows in its Crypto Binding Request: bit 0 SHA-1, bit 1 SHA-256 (section 2.2.6); null for other attributes.</summary>
    public byte? HashProtocols => Id == CryptoBindingRequest && Value.Length >= 36 ? Value[3] : null;

    public bool Equals(SstpAttribute? other) => other is not null && Id == other.Id && Value.AsSpan().SequenceEqual(other.Value.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Value.Length);
}
