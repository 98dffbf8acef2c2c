using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>A public Diffie-Hellman value and its group, RFC 7296 §3.4.</summary>
/// <param name="Data">The value as the group's RFC writes it: padded to the prime's length, or X and Y for ECP.</param>
public sealed record KeyExchangePayload(KeyExchangeMethod Method, ImmutableArray<byte> Data) : IkePayload
{
    public override PayloadType Type => PayloadType.KeyExchange;

    /// <exception cref="MalformedException">The body ends inside a field.</exception>
    public static KeyExchangePayload Decode(ref WireReader body)
    {
        var method = new KeyExchangeMethod(body.U16("KE.Method"));
        body.U16("KE.Reserved");

        return new(method, [.. body.Rest()]);
    }

    public override void Encode(WireWriter body) => body.U16(Method.Value).U16(0).Bytes(Data.AsSpan());
}
