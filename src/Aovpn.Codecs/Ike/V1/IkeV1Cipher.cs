using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Seals and opens the messages of one exchange: each is encrypted with the last block of the one before as its vector, RFC 2409 appendix B.</summary>
public sealed class IkeV1Cipher(IkeV1Keys keys, ReadOnlySpan<byte> vector)
{
    private byte[] _vector = vector.ToArray();

    /// <summary>For main mode's messages 5 and 6.</summary>
    public static IkeV1Cipher MainMode(IkeV1Keys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new(keys, keys.FirstVector.AsSpan());
    }

    /// <summary>For an exchange after main mode.</summary>
    /// <param name="lastBlock">Of main mode's last message.</param>
    public static IkeV1Cipher Of(IkeV1Keys keys, ReadOnlySpan<byte> lastBlock, uint messageId)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new(keys, keys.VectorFor(lastBlock, messageId));
    }

    /// <summary>The last block that went either way: the next message's vector.</summary>
    public ReadOnlySpan<byte> Vector => _vector;

    /// <param name="payloads">As <see cref="IkeV1Payloads.Encode"/> writes them.</param>
    public byte[] Seal(ReadOnlySpan<byte> payloads)
    {
        if (payloads.IsEmpty)
            return [];
        var block = IkeV1Keys.BlockSize(keys.Chosen);
        byte[] padded = [.. payloads, .. new byte[(block - (payloads.Length % block)) % block]];
        using var cipher = Cbc();
        var ciphertext = cipher.EncryptCbc(padded, _vector, PaddingMode.None);
        _vector = ciphertext[^block..];
        return ciphertext;
    }

    /// <returns>The payloads with their padding, which are nonsense where the key is another.</returns>
    /// <exception cref="MalformedException">Nothing, or no whole number of blocks.</exception>
    public byte[] Open(ImmutableArray<byte> ciphertext)
    {
        var block = IkeV1Keys.BlockSize(keys.Chosen);
        if (ciphertext.Length == 0 || ciphertext.Length % block != 0)
            throw new MalformedException("Message.EncryptedPayloads", IkeHeader.Size, $"has {ciphertext.Length} bytes, a multiple of {block} is needed");
        using var cipher = Cbc();
        var plain = cipher.DecryptCbc(ciphertext.AsSpan(), _vector, PaddingMode.None);
        _vector = ciphertext.AsSpan()[^block..].ToArray();
        return plain;
    }

    private SymmetricAlgorithm Cbc()
    {
        SymmetricAlgorithm cipher = keys.Chosen.Encryption == 7 ? Aes.Create() : TripleDES.Create();
        try
        {
            cipher.Key = keys.EncryptionKey.ToArray();
        }
        catch
        {
            cipher.Dispose();
            throw;
        }

        return cipher;
    }
}
