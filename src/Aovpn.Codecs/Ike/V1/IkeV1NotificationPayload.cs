using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Tells an error or a status, RFC 2408 §3.14.</summary>
/// <param name="Message">14 is NO-PROPOSAL-CHOSEN; RFC 2408 §3.14.1 lists the rest.</param>
public sealed record IkeV1NotificationPayload(uint Doi, byte Protocol, ushort Message, ImmutableArray<byte> Spi, ImmutableArray<byte> Data) : IkeV1Payload
{
    /// <summary>NO-PROPOSAL-CHOSEN, RFC 2408 §3.14.1.</summary>
    public const ushort NoProposalChosen = 14;

    /// <summary>What an answer that refuses says, "NO-PROPOSAL-CHOSEN"; numbers above 16383 report a state and refuse nothing (RFC 2408 §3.14.1).</summary>
    public string Name => Message switch
    {
        4 => "INVALID-COOKIE",
        7 => "INVALID-EXCHANGE-TYPE",
        9 => "INVALID-MESSAGE-ID",
        11 => "INVALID-SPI",
        NoProposalChosen => "NO-PROPOSAL-CHOSEN",
        15 => "BAD-PROPOSAL-SYNTAX",
        16 => "PAYLOAD-MALFORMED",
        17 => "INVALID-KEY-INFORMATION",
        18 => "INVALID-ID-INFORMATION",
        23 => "INVALID-HASH-INFORMATION",
        24 => "AUTHENTICATION-FAILED",
        _ => FormattableString.Invariant($"notification {Message}"),
    };

    /// <summary>An error, not a state.</summary>
    public bool Refuses => Message is > 0 and < 16384;

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
