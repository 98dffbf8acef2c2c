using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Aovpn.Codecs.Ike;

/// <summary>AES-GCM with tags of 8, 12 and 16 bytes; the platform's refuses 8, which RFC 4106 allows.</summary>
internal static class GaloisCounter
{
    private const int ShortTag = 8;

    public static void Encrypt(byte[] key, byte[] nonce, ReadOnlySpan<byte> plain, Span<byte> ciphertext, Span<byte> tag, ReadOnlySpan<byte> associated)
    {
        if (tag.Length != ShortTag)
        {
            using var gcm = new AesGcm(key, tag.Length);
            gcm.Encrypt(nonce, plain, ciphertext, tag, associated);
            return;
        }

        var cipher = Short(encrypt: true, key, nonce, associated);
        var output = new byte[plain.Length + ShortTag];
        var done = cipher.ProcessBytes(plain.ToArray(), 0, plain.Length, output, 0);
        cipher.DoFinal(output, done);
        output.AsSpan(0, plain.Length).CopyTo(ciphertext);
        output.AsSpan(plain.Length).CopyTo(tag);
    }

    /// <returns>False if the tag does not fit.</returns>
    public static bool Decrypt(byte[] key, byte[] nonce, ReadOnlySpan<byte> ciphertext, Span<byte> plain, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> associated)
    {
        try
        {
            if (tag.Length != ShortTag)
            {
                using var gcm = new AesGcm(key, tag.Length);
                gcm.Decrypt(nonce, ciphertext, tag, plain, associated);
                return true;
            }

            var cipher = Short(encrypt: false, key, nonce, associated);
            byte[] input = [.. ciphertext, .. tag];
            var output = new byte[input.Length];
            var done = cipher.ProcessBytes(input, 0, input.Length, output, 0);
            cipher.DoFinal(output, done);
            output.AsSpan(0, plain.Length).CopyTo(plain);
            return true;
        }
        catch (Exception wrong) when (wrong is AuthenticationTagMismatchException or InvalidCipherTextException)
        {
            return false;
        }
    }

    private static GcmBlockCipher Short(bool encrypt, byte[] key, byte[] nonce, ReadOnlySpan<byte> associated)
    {
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key), ShortTag * 8, nonce, associated.ToArray()));
        return cipher;
    }
}
