using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>An IKEv1 message as L2TP/IPsec needs it (RFC 2408 §3); what is encrypted is opened by <see cref="IkeV1Cipher"/>.</summary>
/// <param name="Payloads">In their order; none if the message is encrypted.</param>
/// <param name="Encrypted">What follows the header of an encrypted message.</param>
/// <param name="Damage">Where the chain of payloads broke; null for a whole message.</param>
public sealed record IkeV1Message(IkeHeader Header, ImmutableArray<IkeV1Payload> Payloads, ImmutableArray<byte> Encrypted, MalformedException? Damage = null)
{
    /// <summary>Major version 1, minor version 0.</summary>
    public const byte Version = 0x10;

    private const byte EncryptionFlag = 0x01;

    /// <summary>A message that is not encrypted.</summary>
    public static IkeV1Message Of(ulong initiatorCookie, ulong responderCookie, ExchangeType exchange, uint messageId, ImmutableArray<IkeV1Payload> payloads) =>
        new(new(initiatorCookie, responderCookie, PayloadType.None, Version, exchange, 0, messageId, IkeHeader.Size), payloads, []);

    /// <summary>A message whose payloads are encrypted.</summary>
    /// <param name="first">Type of the first payload in them.</param>
    public static IkeV1Message Sealed(ulong initiatorCookie, ulong responderCookie, ExchangeType exchange, uint messageId, IkeV1PayloadType first, ImmutableArray<byte> encrypted) =>
        new(new(initiatorCookie, responderCookie, new(first.Value), Version, exchange, EncryptionFlag, messageId, IkeHeader.Size), [], encrypted);

    /// <summary>Its payloads are encrypted.</summary>
    public bool IsEncrypted => (Header.Flags & EncryptionFlag) != 0;

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
        var damage = IkeV1Payloads.Decode(new(header.NextPayload.Value), ref body, payloads);
        return new(header, payloads.ToImmutable(), [], damage ?? lengthDamage);
    }

    /// <summary>The bytes of the message; the header's first payload and length are set to fit.</summary>
    public byte[] Encode()
    {
        var body = new WireWriter();
        body.Bytes(IkeV1Payloads.Encode(Payloads));
        body.Bytes(Encrypted.AsSpan());
        var message = new WireWriter();
        var first = Payloads is [var payload, ..] ? new PayloadType(payload.Type.Value) : Header.NextPayload;
        (Header with { NextPayload = first, Length = (uint)(IkeHeader.Size + body.Length) }).Encode(message);
        return message.Bytes(body.Written).ToArray();
    }
}
