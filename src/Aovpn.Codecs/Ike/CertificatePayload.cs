using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>One certificate, or what leads to it, RFC 7296 §3.6. The first in a message is the peer's own.</summary>
/// <param name="Data">DER of one certificate where the encoding is X.509 Certificate - Signature.</param>
public sealed record CertificatePayload(CertificateEncoding Encoding, ImmutableArray<byte> Data) : IkePayload
{
    public override PayloadType Type => PayloadType.Certificate;

    /// <exception cref="MalformedException">The body is empty.</exception>
    public static CertificatePayload Decode(ref WireReader body) => new(new(body.U8("CERT.Encoding")), [.. body.Rest()]);

    public override void Encode(WireWriter body) => body.U8(Encoding.Value).Bytes(Data.AsSpan());
}
