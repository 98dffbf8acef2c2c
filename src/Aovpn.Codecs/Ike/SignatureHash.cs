using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Hash that a peer takes in digital signatures, RFC 7427 §7. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct SignatureHash(ushort Value)
{
    public static readonly SignatureHash Sha1 = new(1);
    public static readonly SignatureHash Sha256 = new(2);
    public static readonly SignatureHash Sha384 = new(3);
    public static readonly SignatureHash Sha512 = new(4);
    public static readonly SignatureHash Identity = new(5);

    private static readonly FrozenDictionary<ushort, string> Names = new Dictionary<ushort, string>
    {
        [1] = "SHA-1",
        [2] = "SHA2-256",
        [3] = "SHA2-384",
        [4] = "SHA2-512",
        [5] = "Identity",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
