using System.Collections.Immutable;

namespace Aovpn.Codecs.Radius;

/// <summary>A vendor's attribute inside Vendor-Specific, RFC 2865 section 5.26, in the form recommended there.</summary>
/// <param name="Vendor">SMI number; 311 is Microsoft.</param>
/// <param name="Type">The vendor's own number.</param>
public sealed record RadiusVendorAttribute(uint Vendor, byte Type, ImmutableArray<byte> Value)
{
    public const uint Microsoft = 311;

    /// <summary>RFC 2548 section 2.1.5.</summary>
    public const byte MsChapError = 2;

    /// <summary>RFC 2548 section 2.4.2.</summary>
    public const byte MsMppeSendKey = 16;

    /// <summary>RFC 2548 section 2.4.3.</summary>
    public const byte MsMppeReceiveKey = 17;

    /// <summary>All that one Vendor-Specific holds; nothing of one that does not keep to the recommended form.</summary>
    public static ImmutableArray<RadiusVendorAttribute> In(RadiusAttribute attribute)
    {
        if (attribute.Type != RadiusAttributeType.VendorSpecific || attribute.Value.Length < 4)
            return [];
        try
        {
            var reader = new WireReader(attribute.Value.AsSpan());
            var vendor = reader.U32("VendorSpecific.VendorId");
            var all = ImmutableArray.CreateBuilder<RadiusVendorAttribute>();
            while (!reader.AtEnd)
            {
                var type = reader.U8("VendorSpecific.Type");
                var length = reader.U8("VendorSpecific.Length");
                all.Add(new(vendor, type, [.. reader.Take(length - 2, "VendorSpecific.Value")]));
            }

            return all.ToImmutable();
        }
        catch (MalformedException)
        {
            return [];
        }
    }

    public RadiusAttribute ToAttribute() => RadiusAttribute.OfBytes(
        RadiusAttributeType.VendorSpecific, new WireWriter().U32(Vendor).U8(Type).U8(Value.Length + 2).Bytes(Value.AsSpan()).Written);
}
