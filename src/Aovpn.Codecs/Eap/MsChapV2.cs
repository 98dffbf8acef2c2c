using System.Security.Cryptography;
using System.Text;
using Aovpn.Codecs.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace Aovpn.Codecs.Eap;

/// <summary>
/// The computations of MS-CHAPv2, RFC 2759 section 8, under its names. MD4 and DES are what it is made of; that is why it belongs into a tunnel.
/// </summary>
public static class MsChapV2
{
    /// <summary>RFC 2759 section 8.1, the 24 bytes that answer the challenge.</summary>
    /// <param name="authenticatorChallenge">16 bytes.</param>
    /// <param name="peerChallenge">16 bytes.</param>
    /// <param name="userName">With or without a domain before it; the domain is left out, as section 4 has it.</param>
    public static byte[] GenerateNtResponse(ReadOnlySpan<byte> authenticatorChallenge, ReadOnlySpan<byte> peerChallenge, string userName, string password) =>
        ChallengeResponse(ChallengeHash(peerChallenge, authenticatorChallenge, userName), NtPasswordHash(password));

    /// <summary>RFC 2759 section 8.2: 8 bytes.</summary>
    public static byte[] ChallengeHash(ReadOnlySpan<byte> peerChallenge, ReadOnlySpan<byte> authenticatorChallenge, string userName) =>
        Digests.Sha1([.. peerChallenge, .. authenticatorChallenge, .. Encoding.UTF8.GetBytes(WithoutDomain(userName))])[..8];

    /// <summary>RFC 2759 section 8.3: MD4 of the password in UTF-16, little-endian; 16 bytes.</summary>
    public static byte[] NtPasswordHash(string password) => Digests.Md4(Encoding.Unicode.GetBytes(password));

    /// <summary>RFC 2759 section 8.4.</summary>
    public static byte[] HashNtPasswordHash(ReadOnlySpan<byte> passwordHash) => Digests.Md4(passwordHash);

    /// <summary>RFC 2759 section 8.5: three DES keys of seven bytes each, the last filled with zeros.</summary>
    public static byte[] ChallengeResponse(ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> passwordHash)
    {
        Span<byte> keys = stackalloc byte[21];
        keys.Clear();
        passwordHash.CopyTo(keys);
        var response = new byte[24];
        for (var part = 0; part < 3; part++)
            DesEncrypt(challenge, keys.Slice(part * 7, 7)).CopyTo(response.AsSpan(part * 8));
        return response;
    }

    /// <summary>RFC 2759 section 8.7: <c>S=</c> and 40 upper-case hexadecimal digits, by which the server proves that it knows the password.</summary>
    public static string GenerateAuthenticatorResponse(
        string password, ReadOnlySpan<byte> ntResponse, ReadOnlySpan<byte> peerChallenge, ReadOnlySpan<byte> authenticatorChallenge, string userName)
    {
        var hashHash = HashNtPasswordHash(NtPasswordHash(password));
        var digest = Digests.Sha1([.. hashHash, .. ntResponse, .. "Magic server to client signing constant"u8]);
        var challenge = ChallengeHash(peerChallenge, authenticatorChallenge, userName);
        return "S=" + Convert.ToHexString(Digests.Sha1([.. digest, .. challenge, .. "Pad to make it do more than one iteration"u8]));
    }

    /// <summary>Whether a server's success message begins with the right <c>S=</c> (RFC 2759 section 8.8).</summary>
    public static bool CheckAuthenticatorResponse(string message, string expected) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(message.Length >= expected.Length ? message[..expected.Length].ToUpperInvariant() : message), Encoding.UTF8.GetBytes(expected));

    /// <summary>"The user name, without any prepended domain" (RFC 2759 section 4).</summary>
    public static string WithoutDomain(string userName) => userName[(userName.IndexOf('\\', StringComparison.Ordinal) + 1)..];

    /// <summary>RFC 2759 section 8.6. The platform's DES refuses weak keys, which a password's hash may well contain.</summary>
    private static byte[] DesEncrypt(ReadOnlySpan<byte> clear, ReadOnlySpan<byte> sevenBytes)
    {
        ulong bits = 0;
        foreach (var part in sevenBytes)
            bits = (bits << 8) | part;
        var key = new byte[8];
        for (var i = 0; i < 8; i++)
            key[i] = (byte)((bits >> (49 - (7 * i)) & 0x7F) << 1);

        var engine = new DesEngine();
        engine.Init(forEncryption: true, new KeyParameter(key));
        var cypher = new byte[8];
        engine.ProcessBlock(clear, cypher);
        return cypher;
    }
}
