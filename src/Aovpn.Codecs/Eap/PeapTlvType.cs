using System.Globalization;

namespace Aovpn.Codecs.Eap;

/// <summary>Type of a TLV in EAP Extensions, [MS-PEAP] section 2.2.4: fourteen bits.</summary>
public readonly record struct PeapTlvType(ushort Value)
{
    public static readonly PeapTlvType Result = new(3);
    public static readonly PeapTlvType Nak = new(4);
    public static readonly PeapTlvType VendorSpecific = new(7);
    public static readonly PeapTlvType CryptoBinding = new(12);
    public static readonly PeapTlvType SohRequest = new(33);

    public override string ToString() => Value switch
    {
        3 => nameof(Result),
        4 => nameof(Nak),
        7 => nameof(VendorSpecific),
        12 => nameof(CryptoBinding),
        33 => nameof(SohRequest),
        _ => string.Create(CultureInfo.InvariantCulture, $"TLV type {Value}"),
    };
}
