using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>What a payload is, RFC 7296 §3.2 and its registry. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct PayloadType(byte Value)
{
    public static readonly PayloadType None = new(0);
    public static readonly PayloadType SecurityAssociation = new(33);
    public static readonly PayloadType KeyExchange = new(34);
    public static readonly PayloadType IdentificationInitiator = new(35);
    public static readonly PayloadType IdentificationResponder = new(36);
    public static readonly PayloadType Certificate = new(37);
    public static readonly PayloadType CertificateRequest = new(38);
    public static readonly PayloadType Authentication = new(39);
    public static readonly PayloadType Nonce = new(40);
    public static readonly PayloadType Notify = new(41);
    public static readonly PayloadType Delete = new(42);
    public static readonly PayloadType VendorId = new(43);
    public static readonly PayloadType TrafficSelectorsInitiator = new(44);
    public static readonly PayloadType TrafficSelectorsResponder = new(45);
    public static readonly PayloadType Encrypted = new(46);
    public static readonly PayloadType Configuration = new(47);
    public static readonly PayloadType Eap = new(48);
    public static readonly PayloadType SecurePassword = new(49);
    public static readonly PayloadType EncryptedFragment = new(53);
    public static readonly PayloadType PuzzleSolution = new(54);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [0] = "None",
        [33] = "SA",
        [34] = "KE",
        [35] = "IDi",
        [36] = "IDr",
        [37] = "CERT",
        [38] = "CERTREQ",
        [39] = "AUTH",
        [40] = "Nonce",
        [41] = "N",
        [42] = "D",
        [43] = "V",
        [44] = "TSi",
        [45] = "TSr",
        [46] = "SK",
        [47] = "CP",
        [48] = "EAP",
        [49] = "GSPM",
        [53] = "SKF",
        [54] = "PS",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
