using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>A payload whose body is not looked into: a vendor identifier, a nonce, a key.</summary>
/// <param name="Problem">Why a body that should have been looked into was not; else null.</param>
public sealed record IkeV1OpaquePayload(IkeV1PayloadType Number, ImmutableArray<byte> Body, MalformedException? Problem = null) : IkeV1Payload
{
    public override IkeV1PayloadType Type => Number;

    public override void Encode(WireWriter body) => body.Bytes(Body.AsSpan());
}
