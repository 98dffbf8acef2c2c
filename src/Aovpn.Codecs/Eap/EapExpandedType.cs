using System.Globalization;

namespace Aovpn.Codecs.Eap;

/// <summary>Vendor-Id and Vendor-Type with which the data of <see cref="EapType.Expanded"/> begin, RFC 3748 section 5.7.</summary>
/// <param name="Vendor">SMI number of the vendor; 0 is the IETF.</param>
public readonly record struct EapExpandedType(int Vendor, uint Type)
{
    /// <summary>Microsoft's number.</summary>
    public const int Microsoft = 311;

    /// <summary>Expanded Nak, RFC 3748 section 5.3.2.</summary>
    public static readonly EapExpandedType Nak = new(0, 3);

    /// <exception cref="MalformedException">Shorter than seven bytes.</exception>
    public static EapExpandedType Decode(ReadOnlySpan<byte> data)
    {
        var reader = new WireReader(data);
        return new(reader.U24("Expanded.VendorId"), reader.U32("Expanded.VendorType"));
    }

    public byte[] Encode() => new WireWriter().U24(Vendor).U32(Type).ToArray();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"vendor {Vendor}, type {Type}");
}
