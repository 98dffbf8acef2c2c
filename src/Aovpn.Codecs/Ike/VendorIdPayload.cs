using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>What an implementation says of itself, RFC 7296 §3.12. <see cref="VendorIds"/> knows some.</summary>
public sealed record VendorIdPayload(ImmutableArray<byte> Data) : IkePayload
{
    public override PayloadType Type => PayloadType.VendorId;

    public static VendorIdPayload Decode(ref WireReader body) => new([.. body.Rest()]);

    public override void Encode(WireWriter body) => body.Bytes(Data.AsSpan());
}
