using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using Aovpn.Codecs.Cryptography;

namespace Aovpn.Probes.Tests.Codecs.Cryptography;

/// <summary>Signatures that the platform made.</summary>
public sealed class RsaSignatureTests
{
    private static readonly byte[] Signed = [1, 2, 3, 4];

    public static TheoryData<string> Hashes => ["SHA1", "SHA256", "SHA384", "SHA512"];

    [Theory]
    [MemberData(nameof(Hashes))]
    public void A_signature_verifies_by_its_key_over_what_was_signed_only(string name)
    {
        var hash = new HashAlgorithmName(name);
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        var signature = key.SignData(Signed, hash, RSASignaturePadding.Pkcs1);

        Assert.True(RsaSignature.Verifies(key.ExportSubjectPublicKeyInfo(), Signed, signature, hash));
        Assert.False(RsaSignature.Verifies(key.ExportSubjectPublicKeyInfo(), [1, 2, 3, 5], signature, hash));
        Assert.False(RsaSignature.Verifies(other.ExportSubjectPublicKeyInfo(), Signed, signature, hash));
        signature[^1] ^= 1;
        Assert.False(RsaSignature.Verifies(key.ExportSubjectPublicKeyInfo(), Signed, signature, hash));
        Assert.False(RsaSignature.Verifies(key.ExportSubjectPublicKeyInfo(), Signed, signature[..10], hash));
        Assert.False(RsaSignature.Verifies(key.ExportSubjectPublicKeyInfo(), Signed, [], hash));
    }

    [Fact]
    public void A_signature_over_another_hash_does_not_verify()
    {
        using var key = RSA.Create(2048);

        Assert.False(RsaSignature.Verifies(
            key.ExportSubjectPublicKeyInfo(), Signed, key.SignData(Signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), HashAlgorithmName.SHA384));
    }

    [Fact]
    public void Another_kind_of_key_or_damaged_bytes_decide_nothing()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = RSA.Create(2048);
        var encoded = key.ExportSubjectPublicKeyInfo();
        var signature = key.SignData(Signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        Assert.Null(RsaSignature.Verifies(curve.ExportSubjectPublicKeyInfo(), Signed, signature, HashAlgorithmName.SHA256));
        Assert.Null(RsaSignature.Verifies(encoded, Signed, signature, HashAlgorithmName.MD5));
        for (var length = 0; length < encoded.Length; length++)
            Assert.NotEqual(true, RsaSignature.Verifies(encoded.AsSpan(0, length), Signed, signature, HashAlgorithmName.SHA256));
        for (var bit = 0; bit < encoded.Length * 8; bit++)
        {
            var flipped = encoded.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            // What is no part of modulus and exponent may differ: the parameters of the algorithm, say.
            _ = RsaSignature.Verifies(flipped, Signed, signature, HashAlgorithmName.SHA256);
        }
    }

    /// <summary>Long ones are made to keep those busy who verify.</summary>
    [Theory]
    [InlineData(2048, 17, false)]
    [InlineData(2048, 2048, null)]
    [InlineData(16384, 17, null)]
    public void A_key_longer_than_anybody_uses_decides_nothing(int modulusBits, int exponentBits, bool? verifies)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                writer.WriteNull();
            }

            var key = new AsnWriter(AsnEncodingRules.DER);
            using (key.PushSequence())
            {
                key.WriteInteger(Odd(modulusBits));
                key.WriteInteger(Odd(exponentBits));
            }

            writer.WriteBitString(key.Encode());
        }

        Assert.Equal(verifies, RsaSignature.Verifies(writer.Encode(), Signed, new byte[modulusBits / 8], HashAlgorithmName.SHA256));
    }

    /// <summary>Of that many bits, with no factor among the first primes.</summary>
    private static BigInteger Odd(int bits) => BigInteger.Pow(2, bits - 1) + 1025;
}
