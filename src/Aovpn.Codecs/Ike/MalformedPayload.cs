using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>A payload whose body is not what its type promises; the message around it still reads.</summary>
/// <param name="Body">Without the generic payload header.</param>
/// <param name="Problem">Which field, where in the message, and what is wrong with it.</param>
public sealed record MalformedPayload(PayloadType Number, ImmutableArray<byte> Body, MalformedException Problem) : IkePayload
{
    public override PayloadType Type => Number;

    public override void Encode(WireWriter body) => body.Bytes(Body.AsSpan());
}
