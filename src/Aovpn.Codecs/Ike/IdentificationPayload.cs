using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Aovpn.Codecs.Ike;

/// <summary>Who a peer says it is, RFC 7296 §3.5.</summary>
/// <param name="OfInitiator">IDi, else IDr.</param>
public sealed record IdentificationPayload(bool OfInitiator, IdentificationType Form, ImmutableArray<byte> Data) : IkePayload
{
    public override PayloadType Type => OfInitiator ? PayloadType.IdentificationInitiator : PayloadType.IdentificationResponder;

    /// <summary>The identity as text where its form has one: a name, an address; null for the others (a distinguished name is DER).</summary>
    public string? Text => Form.Value switch
    {
        2 or 3 => Encoding.UTF8.GetString(Data.AsSpan()),
        1 when Data.Length == 4 => new IPAddress(Data.AsSpan()).ToString(),
        5 when Data.Length == 16 => new IPAddress(Data.AsSpan()).ToString(),
        _ => null,
    };

    /// <exception cref="MalformedException">The body ends inside a field.</exception>
    public static IdentificationPayload Decode(ref WireReader body, bool ofInitiator)
    {
        var form = new IdentificationType(body.U8("ID.Type"));
        body.U24("ID.Reserved");

        return new(ofInitiator, form, [.. body.Rest()]);
    }

    /// <summary>The body without the generic header: what AUTH covers as RestOfInitIDPayload (RFC 7296 §2.15).</summary>
    public byte[] Body()
    {
        var body = new WireWriter();
        Encode(body);
        return body.ToArray();
    }

    public override void Encode(WireWriter body) => body.U8(Form.Value).U24(0).Bytes(Data.AsSpan());
}
