using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>Random data of 16 to 256 bytes that makes keys fresh, RFC 7296 §3.9.</summary>
public sealed record NoncePayload(ImmutableArray<byte> Data) : IkePayload
{
    private const int Shortest = 16, Longest = 256;

    public override PayloadType Type => PayloadType.Nonce;

    /// <exception cref="MalformedException">Shorter or longer than the RFC allows.</exception>
    public static NoncePayload Decode(ref WireReader body) => body.Remaining is >= Shortest and <= Longest
        ? new([.. body.Rest()])
        : throw body.Malformed("Nonce.Data", $"has {body.Remaining} bytes, must have {Shortest} to {Longest}");

    public override void Encode(WireWriter body) => body.Bytes(Data.AsSpan());
}
