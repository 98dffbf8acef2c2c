using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>A payload of a type that has no record here, kept as it came.</summary>
/// <param name="Body">Without the generic payload header.</param>
public sealed record UnknownPayload(PayloadType Number, ImmutableArray<byte> Body) : IkePayload
{
    public override PayloadType Type => Number;

    public override void Encode(WireWriter body) => body.Bytes(Body.AsSpan());
}
