using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>What a transform chooses, RFC 7296 §3.3.2. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct TransformType(byte Value)
{
    public static readonly TransformType Encryption = new(1);
    public static readonly TransformType PseudorandomFunction = new(2);
    public static readonly TransformType Integrity = new(3);
    public static readonly TransformType KeyExchange = new(4);
    public static readonly TransformType ExtendedSequenceNumbers = new(5);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [1] = "ENCR",
        [2] = "PRF",
        [3] = "INTEG",
        [4] = "KE",
        [5] = "ESN",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
