using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>The Notify payload: how IKE peers report errors and announce features.</summary>
/// <remarks>
/// RFC 7296 §3.10, after the generic payload header:
/// <code>
/// |  Protocol ID  |   SPI Size    |      Notify Message Type      |
/// ~                Security Parameter Index (SPI)                 ~
/// ~                       Notification Data                       ~
/// </code>
/// </remarks>
/// <param name="Message">What is notified.</param>
public sealed record NotifyPayload(IkeProtocol Protocol, NotifyMessageType Message, ImmutableArray<byte> Spi, ImmutableArray<byte> Data) : IkePayload
{
    /// <summary>A Notify about the IKE SA or the message it is in.</summary>
    public NotifyPayload(NotifyMessageType message, params ReadOnlySpan<byte> data)
        : this(IkeProtocol.None, message, [], [.. data])
    {
    }

    public override PayloadType Type => PayloadType.Notify;

    /// <summary>The error that Windows reports to its peer, as it would show it; null if this is no such notify.</summary>
    /// <remarks>MS-IKEE §2.2: private type 12345 with four bytes in network byte order.</remarks>
    public uint? WindowsError => Message == NotifyMessageType.MicrosoftStatus && Data.Length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(Data.AsSpan()) : null;

    /// <exception cref="MalformedException">The body ends inside a field.</exception>
    public static NotifyPayload Decode(ref WireReader body)
    {
        var protocol = new IkeProtocol(body.U8("Notify.ProtocolId"));
        var spiSize = body.U8("Notify.SpiSize");
        var type = new NotifyMessageType(body.U16("Notify.MessageType"));
        var spi = body.Take(spiSize, "Notify.Spi");

        return new(protocol, type, [.. spi], [.. body.Rest()]);
    }

    public override void Encode(WireWriter body) => body
        .U8(Protocol.Value).U8(Spi.Length).U16(Message.Value).Bytes(Spi.AsSpan()).Bytes(Data.AsSpan());
}
