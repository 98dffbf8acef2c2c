using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Tells an error or a status, RFC 2408 §3.14.</summary>
/// <param name="Message">14 is NO-PROPOSAL-CHOSEN; RFC 2408 §3.14.1 lists the rest.</param>
public sealed record IkeV1NotificationPayload(uint Doi, byte Protocol, ushort Message, ImmutableArray<byte> Spi, ImmutableArray<byte> Data) : IkeV1Payload
{
    /// <summary>NO-PROPOSAL-CHOSEN, RFC 2408 §3.14.1.</summary>
    public const ushort NoProposalChosen = 14;

    public override IkeV1PayloadType Type => IkeV1PayloadType.Notification;

    /// <exception cref="MalformedException">The body ends inside a field.</exception>
    public static IkeV1NotificationPayload Decode(ref WireReader body)
    {
        var doi = body.U32("Notification.Doi");
        var protocol = body.U8("Notification.ProtocolId");
        var spiSize = body.U8("Notification.SpiSize");
        var message = body.U16("Notification.MessageType");
        var spi = body.Take(spiSize, "Notification.Spi");

        return new(doi, protocol, message, [.. spi], [.. body.Rest()]);
    }

    public override void Encode(WireWriter body) =>
        body.U32(Doi).U8(Protocol).U8(Spi.Length).U16(Message).Bytes(Spi.AsSpan()).Bytes(Data.AsSpan());
}
