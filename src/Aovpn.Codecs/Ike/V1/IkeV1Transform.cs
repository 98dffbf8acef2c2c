using System.Collections.Immutable;
using System.Globalization;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Algorithms of an ISAKMP SA, as numbers of RFC 2409 appendix A.</summary>
/// <param name="Encryption">5 is 3DES-CBC, 7 AES-CBC.</param>
/// <param name="Hash">1 MD5, 2 SHA-1, 4 SHA2-256, 5 SHA2-384.</param>
/// <param name="Authentication">1 pre-shared key, 3 RSA signatures.</param>
/// <param name="Group">Diffie-Hellman group, as in IKEv2.</param>
/// <param name="KeyLength">In bits; null for ciphers of one length.</param>
/// <param name="LifeSeconds">How long the SA may live; null if it was not told in seconds.</param>
public sealed record IkeV1Transform(int Encryption, int Hash, int Authentication, int Group, int? KeyLength = null, uint? LifeSeconds = null)
{
    private const ushort EncryptionType = 1, HashType = 2, AuthenticationType = 3, GroupType = 4, LifeType = 11, KeyLengthType = 14;
    private const byte KeyIke = 1;

    /// <summary>Reads a transform whose "next payload" has not been read yet.</summary>
    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static IkeV1Transform Decode(ref WireReader body)
    {
        var (_, values) = IkeV1TransformBody.Read(ref body);
        return new(
            Value(EncryptionType), Value(HashType), Value(AuthenticationType), Value(GroupType),
            values.TryGetValue(KeyLengthType, out var bits) ? (int)bits : null, IkeV1TransformBody.Lifetime(values, LifeType));

        int Value(int type) => (int)values.GetValueOrDefault(type);
    }

    /// <summary>Writes what follows "next payload" and its reserved byte.</summary>
    public void Encode(WireWriter body, int number) => IkeV1TransformBody.Write(body, number, KeyIke, Attributes(), LifeType, LifeSeconds);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Encryption switch { 1 => "DES", 5 => "3DES", 7 => $"AES-CBC-{KeyLength ?? 128}", _ => $"cipher {Encryption}" }}, {Hash switch { 1 => "MD5", 2 => "SHA-1", 4 => "SHA2-256", 5 => "SHA2-384", 6 => "SHA2-512", _ => $"hash {Hash}" }}, group {Group}");

    private IEnumerable<(int Type, int Value)> Attributes()
    {
        yield return (EncryptionType, Encryption);
        if (KeyLength is { } bits)
            yield return (KeyLengthType, bits);

        yield return (HashType, Hash);
        yield return (GroupType, Group);
        yield return (AuthenticationType, Authentication);
    }
}
