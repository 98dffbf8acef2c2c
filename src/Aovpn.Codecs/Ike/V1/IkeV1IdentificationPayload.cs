using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Who a peer is, or in quick mode what the tunnel is for, RFC 2407 §4.6.2.</summary>
/// <param name="Protocol">Of IP, 17 for UDP; 0 for any.</param>
public sealed record IkeV1IdentificationPayload(IdentificationType Kind, byte Protocol, ushort Port, ImmutableArray<byte> Data) : IkeV1Payload
{
    public override IkeV1PayloadType Type => IkeV1PayloadType.Identification;

    /// <exception cref="MalformedException">The body ends inside a field.</exception>
    public static IkeV1IdentificationPayload Decode(ref WireReader body) => new(
        new(body.U8("ID.Type")), body.U8("ID.ProtocolId"), body.U16("ID.Port"), [.. body.Rest()]);

    /// <summary>An address, IPv4 or IPv6.</summary>
    public static IkeV1IdentificationPayload Of(System.Net.IPAddress address, byte protocol = 0, ushort port = 0)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bytes = address.GetAddressBytes();
        return new(bytes.Length == 4 ? IdentificationType.Ipv4Address : IdentificationType.Ipv6Address, protocol, port, [.. bytes]);
    }

    public override void Encode(WireWriter body)
    {
        ArgumentNullException.ThrowIfNull(body);
        body.U8(Kind.Value).U8(Protocol).U16(Port).Bytes(Data.AsSpan());
    }
}
