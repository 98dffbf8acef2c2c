using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace Aovpn.Codecs.Cryptography;

/// <summary>
/// The hashes of RADIUS, MS-CHAPv2 and of what is hashed once or twice in a run. By BouncyCastle: the platform's refuse MD5 where the system is in FIPS mode,
/// and on Linux they load OpenSSL first, which takes a fifth of the time of a whole authentication (decision 0014).
/// </summary>
public static class Digests
{
    /// <summary>RFC 1320; 16 bytes.</summary>
    public static byte[] Md4(ReadOnlySpan<byte> data) => Of(new MD4Digest(), data);

    /// <summary>RFC 1321; 16 bytes.</summary>
    public static byte[] Md5(ReadOnlySpan<byte> data) => Of(new MD5Digest(), data);

    /// <summary>FIPS 180-4; 20 bytes.</summary>
    public static byte[] Sha1(ReadOnlySpan<byte> data) => Of(new Sha1Digest(), data);

    /// <summary>FIPS 180-4; 32 bytes.</summary>
    public static byte[] Sha256(ReadOnlySpan<byte> data) => Of(new Sha256Digest(), data);

    /// <summary>RFC 2104; 16 bytes.</summary>
    public static byte[] HmacMd5(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => Hmac(new MD5Digest(), key, data);

    /// <summary>RFC 2104; 20 bytes.</summary>
    public static byte[] HmacSha1(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => Hmac(new Sha1Digest(), key, data);

    private static byte[] Of(IDigest digest, ReadOnlySpan<byte> data)
    {
        var hash = new byte[digest.GetDigestSize()];
        digest.BlockUpdate(data);
        digest.DoFinal(hash);
        return hash;
    }

    private static byte[] Hmac(IDigest digest, ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        var hmac = new HMac(digest);
        hmac.Init(new KeyParameter(key));
        hmac.BlockUpdate(data);
        var code = new byte[hmac.GetMacSize()];
        hmac.DoFinal(code);
        return code;
    }
}
