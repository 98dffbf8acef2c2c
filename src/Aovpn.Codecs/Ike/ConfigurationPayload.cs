using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>Asks for, or gives, addresses and servers, RFC 7296 §3.15.</summary>
public sealed record ConfigurationPayload(ConfigurationType Form, ImmutableArray<ConfigurationAttribute> Attributes) : IkePayload
{
    public override PayloadType Type => PayloadType.Configuration;

    /// <exception cref="MalformedException">The body ends inside a field.</exception>
    public static ConfigurationPayload Decode(ref WireReader body)
    {
        var form = new ConfigurationType(body.U8("CP.Type"));
        body.U24("CP.Reserved");

        var attributes = ImmutableArray.CreateBuilder<ConfigurationAttribute>();
        while (!body.AtEnd)
        {
            // The first bit is reserved and ignored (RFC 7296 §3.15.1).
            var type = new ConfigurationAttributeType((ushort)(body.U16("CP.AttributeType") & 0x7FFF));
            attributes.Add(new(type, [.. body.Take(body.U16("CP.AttributeLength"), "CP.AttributeValue")]));
        }

        return new(form, attributes.ToImmutable());
    }

    public override void Encode(WireWriter body)
    {
        body.U8(Form.Value).U24(0);
        foreach (var attribute in Attributes)
            body.U16(attribute.Type.Value).U16(attribute.Value.Length).Bytes(attribute.Value.AsSpan());
    }
}
