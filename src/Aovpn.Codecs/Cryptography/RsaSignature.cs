using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Aovpn.Codecs.Cryptography;

/// <summary>RSASSA-PKCS1-v1_5, RFC 8017 section 8.2.2.</summary>
public static class RsaSignature
{
    /// <summary>Bits of the longest public exponent, as OpenSSL has it: longer ones are made to keep those busy who verify.</summary>
    private const int LongestExponent = 64;

    /// <param name="subjectPublicKeyInfo">Of the signer, DER.</param>
    /// <returns>Null where the key is no RSA key, or longer than anybody uses, or the hash not one of SHA-1, SHA-256, SHA-384 and SHA-512.</returns>
    public static bool? Verifies(ReadOnlySpan<byte> subjectPublicKeyInfo, ReadOnlySpan<byte> signed, byte[] signature, HashAlgorithmName hash)
    {
        if (Digest(hash) is not { } digest || CryptographyLibrary.PublicKey(subjectPublicKeyInfo) is not RsaKeyParameters { Exponent.BitLength: <= LongestExponent } key)
            return null;
        var signer = new RsaDigestSigner(digest);
        signer.Init(forSigning: false, key);
        signer.BlockUpdate(signed);
        return signer.VerifySignature(signature);
    }

    private static IDigest? Digest(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.SHA1 ? new Sha1Digest()
        : hash == HashAlgorithmName.SHA256 ? new Sha256Digest()
        : hash == HashAlgorithmName.SHA384 ? new Sha384Digest()
        : hash == HashAlgorithmName.SHA512 ? new Sha512Digest()
        : null;
}
