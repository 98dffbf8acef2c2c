using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Aovpn.Codecs.Ike;

/// <summary>Which authorities a peer trusts, RFC 7296 §3.7.</summary>
/// <param name="Authorities">For X.509, a SHA-1 hash of 20 bytes for each authority's SubjectPublicKeyInfo, one after another.</param>
public sealed record CertificateRequestPayload(CertificateEncoding Encoding, ImmutableArray<byte> Authorities) : IkePayload
{
    public override PayloadType Type => PayloadType.CertificateRequest;

    /// <summary>The hashes one by one; a rest that is no whole hash is left out.</summary>
    public IEnumerable<ImmutableArray<byte>> Hashes() =>
        Enumerable.Range(0, Authorities.Length / SHA1.HashSizeInBytes).Select(i => Authorities.Slice(i * SHA1.HashSizeInBytes, SHA1.HashSizeInBytes));

    /// <exception cref="MalformedException">The body is empty.</exception>
    public static CertificateRequestPayload Decode(ref WireReader body) => new(new(body.U8("CERTREQ.Encoding")), [.. body.Rest()]);

    public override void Encode(WireWriter body) => body.U8(Encoding.Value).Bytes(Authorities.AsSpan());
}
