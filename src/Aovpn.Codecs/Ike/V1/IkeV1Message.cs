using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>An IKEv1 message, as far as a gateway's answer to L2TP/IPsec needs it: main mode's first messages, which are not encrypted (RFC 2408 §3).</summary>
/// <param name="Payloads">In their order; none if the message is encrypted.</param>
/// <param name="Encrypted">What follows the header of an encrypted message.</param>
/// <param name="Damage">Where the chain of payloads broke; null for a whole message.</param>
public sealed record IkeV1Message(IkeHeader Header, ImmutableArray<IkeV1Payload> Payloads, ImmutableArray<byte> Encrypted, MalformedException? Damage = null)
{
    /// <summary>Major version 1, minor version 0.</summary>
    public const byte Version = 0x10;

    private const byte EncryptionFlag = 0x01;
    private const int MostPayloads = 512;

    /// <summary>A message that is not encrypted.</summary>
    public static IkeV1Message Of(ulong initiatorCookie, ulong responderCookie, ExchangeType exchange, uint messageId, ImmutableArray<IkeV1Payload> payloads) =>
        new(new(initiatorCookie, responderCookie, PayloadType.None, Version, exchange, 0, messageId, IkeHeader.Size), payloads, []);

    /// <exception cref="MalformedException">Fewer bytes than a header has, another major version than 1, or a length that is not even the header's.</exception>
    public static IkeV1Message Decode(ReadOnlySpan<byte> datagram)
    {
        var reader = new WireReader(datagram);
        var header = IkeHeader.Decode(ref reader);
        if (header.MajorVersion != 1)
            throw new MalformedException("Header.Version", 17, $"is {header.MajorVersion}.{header.MinorVersion}, IKEv1 is 1.0");

        if (header.Length < IkeHeader.Size)
            throw new MalformedException("Header.Length", 24, $"is {header.Length}, less than the header's {IkeHeader.Size} bytes");

        var lengthDamage = header.Length == datagram.Length ? null
            : new MalformedException("Header.Length", 24, $"is {header.Length}, the datagram has {datagram.Length} bytes");
        var body = reader.Within((int)Math.Min(header.Length - IkeHeader.Size, (uint)reader.Remaining), "Header.Length");
        if ((header.Flags & EncryptionFlag) != 0)
            return new(header, [], [.. body.Rest()], lengthDamage);

        var payloads = ImmutableArray.CreateBuilder<IkeV1Payload>();
        try
        {
            for (var type = new IkeV1PayloadType(header.NextPayload.Value); type != IkeV1PayloadType.None;)
            {
                if (payloads.Count == MostPayloads)
                    throw body.Malformed("Payload.NextPayload", $"names one more payload after {MostPayloads}");

                var next = new IkeV1PayloadType(body.U8("Payload.NextPayload"));
                body.U8("Payload.Reserved");
                var length = body.U16("Payload.PayloadLength");
                payloads.Add(IkeV1Payload.Decode(type, body.Within(length - PayloadChain.HeaderSize, "Payload.PayloadLength")));
                type = next;
            }
        }
        catch (MalformedException malformed)
        {
            return new(header, payloads.ToImmutable(), [], malformed);
        }

        return new(header, payloads.ToImmutable(), [], lengthDamage);
    }

    /// <summary>The bytes of the message; the header's first payload and length are set to fit.</summary>
    public byte[] Encode()
    {
        var body = new WireWriter();
        for (var i = 0; i < Payloads.Length; i++)
        {
            body.U8(i + 1 < Payloads.Length ? Payloads[i + 1].Type.Value : 0).U8(0).LengthPrefixed16(Payloads[i].Encode, PayloadChain.HeaderSize);
        }

        body.Bytes(Encrypted.AsSpan());
        var message = new WireWriter();
        var first = Payloads is [var payload, ..] ? new PayloadType(payload.Type.Value) : Header.NextPayload;
        (Header with { NextPayload = first, Length = (uint)(IkeHeader.Size + body.Length) }).Encode(message);
        return message.Bytes(body.Written).ToArray();
    }
}
