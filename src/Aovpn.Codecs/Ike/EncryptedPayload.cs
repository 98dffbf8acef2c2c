using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>Payloads that are encrypted and authenticated, RFC 7296 §3.14; always the last of its message. <c>IkeCipher</c> opens it.</summary>
/// <param name="FirstInside">Type of the first payload inside.</param>
/// <param name="Body">Initialization vector, ciphertext, integrity check value.</param>
public sealed record EncryptedPayload(PayloadType FirstInside, ImmutableArray<byte> Body) : IkePayload
{
    public override PayloadType Type => PayloadType.Encrypted;

    public static IkePayload Decode(PayloadType firstInside, ref WireReader body) => new EncryptedPayload(firstInside, [.. body.Rest()]);

    public override void Encode(WireWriter body) => body.Bytes(Body.AsSpan());
}
