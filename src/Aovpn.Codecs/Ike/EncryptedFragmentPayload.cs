using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>A piece of an Encrypted payload's content, encrypted by itself, RFC 7383 §2.5.</summary>
/// <param name="FirstInside">Type of the first payload inside; 0 in all fragments but the first.</param>
/// <param name="Number">From 1.</param>
/// <param name="Total">Fragments of the message, not less than <paramref name="Number"/>.</param>
/// <param name="Body">Initialization vector, ciphertext, integrity check value.</param>
public sealed record EncryptedFragmentPayload(PayloadType FirstInside, ushort Number, ushort Total, ImmutableArray<byte> Body) : IkePayload
{
    public override PayloadType Type => PayloadType.EncryptedFragment;

    public static IkePayload Decode(PayloadType firstInside, ref WireReader body)
    {
        var whole = body;
        try
        {
            var number = body.U16("SKF.FragmentNumber");
            var total = body.U16("SKF.TotalFragments");
            return number >= 1 && number <= total
                ? new EncryptedFragmentPayload(firstInside, number, total, [.. body.Rest()])
                : throw body.Malformed("SKF.FragmentNumber", $"is {number} of {total}");
        }
        catch (MalformedException malformed)
        {
            return new MalformedPayload(PayloadType.EncryptedFragment, [.. whole.Rest()], malformed);
        }
    }

    public override void Encode(WireWriter body) => body.U16(Number).U16(Total).Bytes(Body.AsSpan());
}
