using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>What a payload of IKEv1 is, RFC 2408 §3.1, RFC 3947 §3.2. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct IkeV1PayloadType(byte Value)
{
    public static readonly IkeV1PayloadType None = new(0);
    public static readonly IkeV1PayloadType SecurityAssociation = new(1);
    public static readonly IkeV1PayloadType Proposal = new(2);
    public static readonly IkeV1PayloadType Transform = new(3);
    public static readonly IkeV1PayloadType KeyExchange = new(4);
    public static readonly IkeV1PayloadType Identification = new(5);
    public static readonly IkeV1PayloadType Certificate = new(6);
    public static readonly IkeV1PayloadType CertificateRequest = new(7);
    public static readonly IkeV1PayloadType Hash = new(8);
    public static readonly IkeV1PayloadType Signature = new(9);
    public static readonly IkeV1PayloadType Nonce = new(10);
    public static readonly IkeV1PayloadType Notification = new(11);
    public static readonly IkeV1PayloadType Delete = new(12);
    public static readonly IkeV1PayloadType VendorId = new(13);
    public static readonly IkeV1PayloadType NatDetection = new(20);
    public static readonly IkeV1PayloadType NatOriginalAddress = new(21);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [0] = "None",
        [1] = "SA",
        [2] = "P",
        [3] = "T",
        [4] = "KE",
        [5] = "ID",
        [6] = "CERT",
        [7] = "CR",
        [8] = "HASH",
        [9] = "SIG",
        [10] = "NONCE",
        [11] = "N",
        [12] = "D",
        [13] = "VID",
        [20] = "NAT-D",
        [21] = "NAT-OA",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
