using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>One algorithm on offer, or chosen.</summary>
/// <remarks>
/// RFC 7296 §3.3.2:
/// <code>
/// | Last Substruc |   RESERVED    |        Transform Length       |
/// |Transform Type |   RESERVED    |          Transform ID         |
/// ~                      Transform Attributes                     ~
/// </code>
/// </remarks>
/// <param name="Id">Meaning depends on the type: see <see cref="EncryptionAlgorithm"/> and its siblings.</param>
/// <param name="KeyLength">In bits, for ciphers whose key has several lengths; else null.</param>
public sealed record Transform(TransformType Type, ushort Id, int? KeyLength = null)
{
    private const byte MoreFollow = 3;
    private const int HeaderSize = 8;

    /// <summary>Attribute 14 with the format bit for a value of two bytes, RFC 7296 §3.3.5.</summary>
    private const ushort KeyLengthAttribute = 0x800E;

    private const ushort FormatBit = 0x8000;

    /// <summary>Attributes other than the key length, as they came.</summary>
    public ImmutableArray<TransformAttribute> OtherAttributes { get; init; } = [];

    public Transform(EncryptionAlgorithm algorithm, int? keyLength = null)
        : this(TransformType.Encryption, algorithm.Value, keyLength)
    {
    }

    public Transform(PseudorandomFunction function)
        : this(TransformType.PseudorandomFunction, function.Value)
    {
    }

    public Transform(IntegrityAlgorithm algorithm)
        : this(TransformType.Integrity, algorithm.Value)
    {
    }

    public Transform(KeyExchangeMethod method)
        : this(TransformType.KeyExchange, method.Value)
    {
    }

    /// <summary>Sequence numbers of 32 bits, RFC 7296 §3.3.2: the one that Windows proposes.</summary>
    public static Transform NoExtendedSequenceNumbers { get; } = new(TransformType.ExtendedSequenceNumbers, 0);

    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static Transform Decode(ref WireReader body)
    {
        body.U8("Transform.LastSubstruc");
        body.U8("Transform.Reserved");
        var length = body.U16("Transform.Length");
        if (length < HeaderSize)
            throw body.Malformed("Transform.Length", $"is {length}, less than the {HeaderSize} bytes before the attributes");

        var inside = body.Within(length - 4, "Transform.Length");
        var type = new TransformType(inside.U8("Transform.Type"));
        inside.U8("Transform.Reserved2");
        var id = inside.U16("Transform.Id");

        int? keyLength = null;
        var others = ImmutableArray.CreateBuilder<TransformAttribute>();
        while (!inside.AtEnd)
        {
            var attribute = inside.U16("Transform.AttributeType");
            var value = inside.U16("Transform.AttributeValue");
            if (attribute == KeyLengthAttribute)
                keyLength = value;
            else if ((attribute & FormatBit) != 0)
                others.Add(new(attribute, [(byte)(value >> 8), (byte)value]));
            else
                others.Add(new(attribute, [.. inside.Take(value, "Transform.AttributeValue")]));
        }

        return new(type, id, keyLength) { OtherAttributes = others.ToImmutable() };
    }

    public void Encode(WireWriter body, bool isLast) => body
        .U8(isLast ? 0 : MoreFollow).U8(0).LengthPrefixed16(
            inside =>
            {
                inside.U8(Type.Value).U8(0).U16(Id);
                if (KeyLength is { } bits)
                    inside.U16(KeyLengthAttribute).U16(bits);

                foreach (var attribute in OtherAttributes)
                {
                    inside.U16(attribute.Type);
                    if ((attribute.Type & FormatBit) == 0)
                        inside.U16(attribute.Value.Length);

                    inside.Bytes(attribute.Value.AsSpan());
                }
            },
            extra: 4);

    /// <summary>The algorithm's name, with its key length: "AES-CBC-256".</summary>
    public override string ToString()
    {
        var name = Type.Value switch
        {
            1 => new EncryptionAlgorithm(Id).ToString(),
            2 => new PseudorandomFunction(Id).ToString(),
            3 => new IntegrityAlgorithm(Id).ToString(),
            4 => new KeyExchangeMethod(Id).ToString(),
            5 => Id == 0 ? "no ESN" : "ESN",
            _ => FormattableString.Invariant($"transform {Type.Value}:{Id}"),
        };
        return KeyLength is { } bits ? FormattableString.Invariant($"{name}-{bits}") : name;
    }
}
