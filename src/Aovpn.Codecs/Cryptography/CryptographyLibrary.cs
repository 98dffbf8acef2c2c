using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;

namespace Aovpn.Codecs.Cryptography;

/// <summary>What BouncyCastle is told before it is used.</summary>
public static class CryptographyLibrary
{
    /// <summary>Bits of the longest RSA modulus that is used: with one of 16,384 and an exponent as long, a hostile server would keep us busy for ten seconds, with this for one.</summary>
    private const int LongestModulus = 8192;

    /// <summary>
    /// It would prove of each RSA key that its modulus is no prime, which takes longer than all else of a handshake together. A server's key is no secret
    /// that we chose, and a prime modulus only harms who made it.
    /// </summary>
    static CryptographyLibrary()
    {
#pragma warning disable RS0030 // The library can be told by no other means.
        Environment.SetEnvironmentVariable("Org.BouncyCastle.Rsa.MaxMRTests", "0");
        Environment.SetEnvironmentVariable("Org.BouncyCastle.Rsa.MaxSize", $"{LongestModulus}");
#pragma warning restore RS0030
    }

    /// <summary>Its algorithms for TLS.</summary>
    public static BcTlsCrypto Tls(IRandomGenerator random) => new(new SecureRandom(random));

    /// <param name="subjectPublicKeyInfo">DER.</param>
    /// <returns>Null where it is no key, or of an algorithm that is not known.</returns>
    public static AsymmetricKeyParameter? PublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        try
        {
            return PublicKeyFactory.CreateKey(subjectPublicKeyInfo.ToArray());
        }
        catch (Exception error) when (error is not OutOfMemoryException) // It has no one kind of exception for bytes that are no key.
        {
            return null;
        }
    }
}
