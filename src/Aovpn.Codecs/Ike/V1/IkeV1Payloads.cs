using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>The chain of payloads in a message of IKEv1, in the clear or after decryption, RFC 2408 §3.2.</summary>
public static class IkeV1Payloads
{
    private const int Most = 512;

    /// <summary>Reads until a payload names none after it; what follows is padding and left unread.</summary>
    /// <param name="read">Takes what was read, also where the chain breaks.</param>
    /// <returns>Where and why the chain broke; null for a whole one.</returns>
    public static MalformedException? Decode(IkeV1PayloadType first, ref WireReader body, ImmutableArray<IkeV1Payload>.Builder read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            for (var type = first; type != IkeV1PayloadType.None;)
            {
                if (read.Count == Most)
                    throw body.Malformed("Payload.NextPayload", $"names one more payload after {Most}");

                var next = new IkeV1PayloadType(body.U8("Payload.NextPayload"));
                body.U8("Payload.Reserved");
                var length = body.U16("Payload.PayloadLength");
                read.Add(IkeV1Payload.Decode(type, body.Within(length - PayloadChain.HeaderSize, "Payload.PayloadLength")));
                type = next;
            }

            return null;
        }
        catch (MalformedException malformed)
        {
            return malformed;
        }
    }

    /// <summary>Each with its generic header; the type of the first stands before them, in the header of the message.</summary>
    public static byte[] Encode(ImmutableArray<IkeV1Payload> payloads)
    {
        var body = new WireWriter();
        for (var i = 0; i < payloads.Length; i++)
            body.U8(i + 1 < payloads.Length ? payloads[i + 1].Type.Value : 0).U8(0).LengthPrefixed16(payloads[i].Encode, PayloadChain.HeaderSize);
        return body.ToArray();
    }

    /// <summary>What follows the generic header: what the hashes of RFC 2409 call SAi_b, IDii_b, Ni_b.</summary>
    public static byte[] Body(this IkeV1Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var body = new WireWriter();
        payload.Encode(body);
        return body.ToArray();
    }
}
