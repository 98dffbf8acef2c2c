using System.Collections.Immutable;

namespace Aovpn.Codecs.Radius;

/// <summary>A RADIUS packet, RFC 2865 section 3.</summary>
/// <remarks>
/// <code>
/// |     Code      |  Identifier   |            Length             |
/// |                  Authenticator (16 bytes)                     |
/// |  Attributes ...
/// </code>
/// </remarks>
/// <param name="Authenticator">16 bytes: random in a request, computed in a response and in accounting.</param>
public sealed record RadiusPacket(RadiusCode Code, byte Identifier, ImmutableArray<byte> Authenticator, ImmutableArray<RadiusAttribute> Attributes)
{
    /// <summary>Most that a packet may hold, in bytes.</summary>
    public const int Largest = 4096;

    public const int HeaderLength = 20;

    public const int AuthenticatorLength = 16;

    /// <summary>Bytes beyond Length are padding and ignored.</summary>
    /// <exception cref="MalformedException">Shorter than its header or Length, longer than 4,096 bytes, or an attribute overruns.</exception>
    public static RadiusPacket Decode(ReadOnlySpan<byte> message)
    {
        var reader = new WireReader(message);
        var code = new RadiusCode(reader.U8("Radius.Code"));
        var identifier = reader.U8("Radius.Identifier");
        var length = reader.U16("Radius.Length");
        if (length is < HeaderLength or > Largest)
            throw new MalformedException("Radius.Length", 2, $"is {length}, not within {HeaderLength} and {Largest}");

        var body = reader.Within(length - 4, "Radius.Attributes");
        var authenticator = body.Take(AuthenticatorLength, "Radius.Authenticator");
        var attributes = ImmutableArray.CreateBuilder<RadiusAttribute>();
        while (!body.AtEnd)
        {
            var type = new RadiusAttributeType(body.U8("Attribute.Type"));
            var size = body.U8("Attribute.Length");
            if (size < 2)
                throw body.Malformed("Attribute.Length", $"is {size}, less than the header's 2 bytes");
            attributes.Add(new(type, [.. body.Take(size - 2, "Attribute.Value")]));
        }

        return new(code, identifier, [.. authenticator], attributes.ToImmutable());
    }

    /// <summary>As it stands: <see cref="RadiusSigning"/> computes what depends on the secret.</summary>
    public byte[] Encode()
    {
        var body = new WireWriter();
        foreach (var attribute in Attributes)
            body.U8(attribute.Type.Value).U8(attribute.Value.Length + 2).Bytes(attribute.Value.AsSpan());
        return new WireWriter().U8(Code.Value).U8(Identifier).U16(HeaderLength + body.Length).Bytes(Authenticator.AsSpan()).Bytes(body.Written).ToArray();
    }

    public RadiusAttribute? First(RadiusAttributeType type) => Attributes.FirstOrDefault(attribute => attribute.Type == type);

    /// <summary>The EAP packet: EAP-Message attributes joined in their order (RFC 3579 section 3.1); null when there is none.</summary>
    public byte[]? EapMessage()
    {
        ImmutableArray<RadiusAttribute> parts = [.. Attributes.Where(attribute => attribute.Type == RadiusAttributeType.EapMessage)];
        return parts.IsEmpty ? null : [.. parts.SelectMany(part => part.Value)];
    }

    /// <summary>An EAP packet as attributes of at most 253 bytes each.</summary>
    public static IEnumerable<RadiusAttribute> SplitEap(ReadOnlyMemory<byte> eap)
    {
        for (var at = 0; at < eap.Length; at += RadiusAttribute.LargestValue)
            yield return RadiusAttribute.OfBytes(RadiusAttributeType.EapMessage, eap.Span.Slice(at, Math.Min(RadiusAttribute.LargestValue, eap.Length - at)));
    }

    public IEnumerable<RadiusVendorAttribute> VendorAttributes(uint vendor) =>
        Attributes.SelectMany(attribute => RadiusVendorAttribute.In(attribute)).Where(attribute => attribute.Vendor == vendor);
}
