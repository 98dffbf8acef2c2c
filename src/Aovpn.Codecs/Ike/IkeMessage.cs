using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>An IKEv2 message: header and payloads (RFC 7296 §3). What is encrypted stays an <see cref="EncryptedPayload"/> until opened.</summary>
/// <param name="Damage">Where the message ceases to be what it promises; what comes before is read. Null for a whole message.</param>
public sealed record IkeMessage(IkeHeader Header, ImmutableArray<IkePayload> Payloads, MalformedException? Damage = null)
{
    /// <summary>Reads one message, as a UDP datagram carries it, without the non-ESP marker of port 4500.</summary>
    /// <exception cref="MalformedException">Fewer bytes than a header has, another major version than 2, or a length that is not even the header's.</exception>
    public static IkeMessage Decode(ReadOnlySpan<byte> datagram)
    {
        var reader = new WireReader(datagram);
        var header = IkeHeader.Decode(ref reader);
        if (header.MajorVersion != 2)
            throw new MalformedException("Header.Version", 17, $"is {header.MajorVersion}.{header.MinorVersion}, IKEv2 is 2.0");

        if (header.Length < IkeHeader.Size)
            throw new MalformedException("Header.Length", 24, $"is {header.Length}, less than the header's {IkeHeader.Size} bytes");

        var lengthDamage = header.Length == datagram.Length ? null
            : new MalformedException("Header.Length", 24, $"is {header.Length}, the datagram has {datagram.Length} bytes");
        var body = reader.Within((int)Math.Min(header.Length - IkeHeader.Size, (uint)reader.Remaining), "Header.Length");
        var chain = PayloadChain.Decode(header.NextPayload, ref body);

        return new(header, chain.Payloads, lengthDamage ?? chain.Damage);
    }

    /// <summary>The bytes of the message; the header's first payload and length are set to fit.</summary>
    public byte[] Encode()
    {
        var body = new WireWriter();
        PayloadChain.Encode(Payloads, body);

        var message = new WireWriter();
        (Header with { NextPayload = PayloadChain.First(Payloads), Length = (uint)(IkeHeader.Size + body.Length) }).Encode(message);
        return message.Bytes(body.Written).ToArray();
    }

    /// <summary>The first payload of a kind; null without one.</summary>
    public T? First<T>()
        where T : IkePayload => Payloads.OfType<T>().FirstOrDefault();

    /// <summary>The first Notify of a type; null without one.</summary>
    public NotifyPayload? Notify(NotifyMessageType type) => Payloads.OfType<NotifyPayload>().FirstOrDefault(notify => notify.Message == type);

    /// <summary>The first Notify that reports an error; null without one.</summary>
    public NotifyPayload? ErrorNotify => Payloads.OfType<NotifyPayload>().FirstOrDefault(notify => notify.Message.IsError);
}
