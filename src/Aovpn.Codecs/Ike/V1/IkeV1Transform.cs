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
    private const ushort FormatBit = 0x8000;
    private const ushort EncryptionType = 1, HashType = 2, AuthenticationType = 3, GroupType = 4, LifeType = 11, LifeDuration = 12, KeyLengthType = 14;
    private const byte KeyIke = 1;

    /// <summary>Reads a transform whose "next payload" has not been read yet.</summary>
    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static IkeV1Transform Decode(ref WireReader body)
    {
        body.U8("Transform.NextPayload");
        body.U8("Transform.Reserved");
        var length = body.U16("Transform.Length");
        var inside = body.Within(length - 4, "Transform.Length");
        inside.U8("Transform.Number");
        inside.U8("Transform.Id");
        inside.U16("Transform.Reserved2");

        var values = new Dictionary<int, uint>();
        while (!inside.AtEnd)
        {
            var type = inside.U16("Transform.AttributeType");
            var value = inside.U16("Transform.AttributeValue");
            if ((type & FormatBit) != 0)
                values[type & ~FormatBit] = value;
            else if (value == 4)
                values[type] = inside.U32("Transform.AttributeValue");
            else
                inside.Take(value, "Transform.AttributeValue");
        }

        int Value(int type) => (int)values.GetValueOrDefault(type);
        return new(
            Value(EncryptionType), Value(HashType), Value(AuthenticationType), Value(GroupType),
            values.TryGetValue(KeyLengthType, out var bits) ? (int)bits : null,
            values.TryGetValue(LifeDuration, out var seconds) && Value(LifeType) == 1 ? seconds : null);
    }

    /// <summary>Writes what follows "next payload" and its reserved byte.</summary>
    public void Encode(WireWriter body, int number) => body.LengthPrefixed16(
        inside =>
        {
            inside.U8(number).U8(KeyIke).U16(0);
            foreach (var (type, value) in Attributes())
                inside.U16(type | FormatBit).U16(value);

            if (LifeSeconds is { } seconds)
                inside.U16(LifeType | FormatBit).U16(1).U16(LifeDuration).U16(4).U32(seconds);
        },
        extra: 4);

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
