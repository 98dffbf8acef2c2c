using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>The length of a certificate's public key, read off its encoding: making a key of it takes the platform longer than all else of a certificate.</summary>
internal static class KeyLength
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";

    /// <param name="encoded">SubjectPublicKeyInfo.</param>
    /// <returns>Bits of the modulus or of the curve; null for another kind of key and for one that is not well formed.</returns>
    public static int? Bits(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            var key = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
            var algorithm = key.ReadSequence();
            return algorithm.ReadObjectIdentifier() switch
            {
                Rsa => Modulus(key.ReadBitString(out _)),
                EllipticCurve => Curve(algorithm, encoded.Span),
                _ => null,
            };
        }
        catch (Exception malformed) when (malformed is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>RSAPublicKey, RFC 8017 appendix A.1.1: the modulus comes first.</summary>
    private static int Modulus(byte[] key) =>
        (int)new BigInteger(new AsnReader(key, AsnEncodingRules.BER).ReadSequence().ReadIntegerBytes().Span, isBigEndian: true).GetBitLength();

    /// <summary>RFC 5480 section 2.1.1: a curve by its name; the platform knows others and those that are written out.</summary>
    private static int? Curve(AsnReader parameters, ReadOnlySpan<byte> encoded)
    {
        var named = parameters.HasData && parameters.PeekTag() == Asn1Tag.ObjectIdentifier ? parameters.ReadObjectIdentifier() : null;
        switch (named)
        {
            case "1.2.840.10045.3.1.7":
                return 256;
            case "1.3.132.0.34":
                return 384;
            case "1.3.132.0.35":
                return 521;
            default:
                using (var key = ECDsa.Create())
                {
                    key.ImportSubjectPublicKeyInfo(encoded, out _);
                    return key.KeySize;
                }
        }
    }
}
