using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>
/// Payloads one after another, each naming the type of the next (RFC 7296 §3.2): what a message holds after its header, and an Encrypted payload
/// inside.
/// </summary>
/// <param name="Payloads">In their order on the wire.</param>
/// <param name="Damage">Where the chain broke; the payloads before that place are read. Null for a whole chain.</param>
public sealed record PayloadChain(ImmutableArray<IkePayload> Payloads, MalformedException? Damage)
{
    /// <summary>Bytes of the generic payload header.</summary>
    public const int HeaderSize = 4;

    /// <summary>A message of 64 KB could hold 16,000 empty payloads; no peer sends so many.</summary>
    private const int MostPayloads = 512;

    private const byte CriticalBit = 0x80;

    /// <param name="first">Type of the first payload, from the header before.</param>
    /// <param name="body">Exactly the chain.</param>
    public static PayloadChain Decode(PayloadType first, ref WireReader body)
    {
        var payloads = ImmutableArray.CreateBuilder<IkePayload>();
        try
        {
            for (var type = first; type != PayloadType.None;)
            {
                if (payloads.Count == MostPayloads)
                    throw body.Malformed("Payload.NextPayload", $"names one more payload after {MostPayloads}");

                var next = new PayloadType(body.U8("Payload.NextPayload"));
                var critical = (body.U8("Payload.Critical") & CriticalBit) != 0;
                var length = body.U16("Payload.PayloadLength");
                if (length < HeaderSize)
                    throw body.Malformed("Payload.PayloadLength", $"is {length}, less than the payload's own header of {HeaderSize} bytes");

                var content = body.Within(length - HeaderSize, "Payload.PayloadLength");
                if (type == PayloadType.Encrypted || type == PayloadType.EncryptedFragment)
                {
                    // The last payload of a message: its Next Payload is the first one inside (RFC 7296 §3.14).
                    payloads.Add((type == PayloadType.Encrypted ? EncryptedPayload.Decode(next, ref content) : EncryptedFragmentPayload.Decode(next, ref content)) with { Critical = critical });
                    break;
                }

                payloads.Add(IkePayload.Decode(type, content) with { Critical = critical });
                type = next;
            }

            return new(payloads.ToImmutable(), body.AtEnd ? null : body.Malformed("Payload.NextPayload", $"is the last, {body.Remaining} bytes follow"));
        }
        catch (MalformedException malformed)
        {
            return new(payloads.ToImmutable(), malformed);
        }
    }

    /// <summary>The type to announce before the chain.</summary>
    public static PayloadType First(ImmutableArray<IkePayload> payloads) => payloads is [var first, ..] ? first.Type : PayloadType.None;

    public static void Encode(ImmutableArray<IkePayload> payloads, WireWriter message)
    {
        for (var i = 0; i < payloads.Length; i++)
        {
            var payload = payloads[i];
            var next = payload switch
            {
                EncryptedPayload encrypted => encrypted.FirstInside,
                EncryptedFragmentPayload fragment => fragment.FirstInside,
                _ => i + 1 < payloads.Length ? payloads[i + 1].Type : PayloadType.None,
            };
            message.U8(next.Value).U8(payload.Critical ? CriticalBit : 0).LengthPrefixed16(payload.Encode, HeaderSize);
        }
    }
}
