using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>How AUTH was computed, RFC 7296 §3.8, RFC 4754, RFC 7427. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct AuthenticationMethod(byte Value)
{
    public static readonly AuthenticationMethod RsaSignature = new(1);
    public static readonly AuthenticationMethod SharedKey = new(2);
    public static readonly AuthenticationMethod DssSignature = new(3);
    public static readonly AuthenticationMethod Ecdsa256 = new(9);
    public static readonly AuthenticationMethod Ecdsa384 = new(10);
    public static readonly AuthenticationMethod Ecdsa521 = new(11);
    public static readonly AuthenticationMethod Null = new(13);
    public static readonly AuthenticationMethod DigitalSignature = new(14);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [1] = "RSA Digital Signature",
        [2] = "Shared Key Message Integrity Code",
        [3] = "DSS Digital Signature",
        [9] = "ECDSA with SHA-256 on the P-256 curve",
        [10] = "ECDSA with SHA-384 on the P-384 curve",
        [11] = "ECDSA with SHA-512 on the P-521 curve",
        [13] = "NULL Authentication",
        [14] = "Digital Signature",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
