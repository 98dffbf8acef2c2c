using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>Proof of an identity: a signature, or a code by a shared key, RFC 7296 §3.8.</summary>
public sealed record AuthenticationPayload(AuthenticationMethod Method, ImmutableArray<byte> Data) : IkePayload
{
    public override PayloadType Type => PayloadType.Authentication;

    /// <exception cref="MalformedException">The body ends inside a field.</exception>
    public static AuthenticationPayload Decode(ref WireReader body)
    {
        var method = new AuthenticationMethod(body.U8("AUTH.Method"));
        body.U24("AUTH.Reserved");

        return new(method, [.. body.Rest()]);
    }

    public override void Encode(WireWriter body) => body.U8(Method.Value).U24(0).Bytes(Data.AsSpan());
}
