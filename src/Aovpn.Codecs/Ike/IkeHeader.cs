namespace Aovpn.Codecs.Ike;

/// <summary>The fixed header of every IKE message, in version 1 (RFC 2408 §3.1) as in version 2.</summary>
/// <remarks>
/// RFC 7296 §3.1:
/// <code>
/// |                   IKE SA Initiator's SPI                      |  8 bytes
/// |                   IKE SA Responder's SPI                      |  8 bytes
/// |  Next Payload | MjVer | MnVer | Exchange Type |     Flags     |
/// |                          Message ID                           |
/// |                            Length                             |
/// </code>
/// </remarks>
/// <param name="InitiatorSpi">SPI that the initiator chose; the initiator's cookie in IKEv1.</param>
/// <param name="ResponderSpi">Zero in the first request.</param>
/// <param name="Length">Of the whole message, header included, in bytes.</param>
public readonly record struct IkeHeader(
    ulong InitiatorSpi, ulong ResponderSpi, PayloadType NextPayload, byte Version, ExchangeType Exchange, byte Flags, uint MessageId, uint Length)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 28;

    /// <summary>Major version 2, minor version 0.</summary>
    public const byte Version2 = 0x20;

    private const byte InitiatorFlag = 0x08, ResponseFlag = 0x20;

    public int MajorVersion => Version >> 4;

    public int MinorVersion => Version & 0x0F;

    /// <summary>Sent by the peer that began the IKE SA.</summary>
    public bool FromInitiator => (Flags & InitiatorFlag) != 0;

    /// <summary>Answers the request of the same message identifier.</summary>
    public bool IsResponse => (Flags & ResponseFlag) != 0;

    /// <summary>The header of a message of version 2, whose length and first payload are filled in when it is encoded.</summary>
    public static IkeHeader Of(ulong initiatorSpi, ulong responderSpi, ExchangeType exchange, uint messageId, bool fromInitiator, bool isResponse) =>
        new(initiatorSpi, responderSpi, PayloadType.None, Version2, exchange,
            (byte)((fromInitiator ? InitiatorFlag : 0) | (isResponse ? ResponseFlag : 0)), messageId, Size);

    /// <exception cref="MalformedException">Fewer than 28 bytes.</exception>
    public static IkeHeader Decode(ref WireReader message) => new(
        message.U64("Header.InitiatorSpi"), message.U64("Header.ResponderSpi"), new(message.U8("Header.NextPayload")), message.U8("Header.Version"),
        new(message.U8("Header.ExchangeType")), message.U8("Header.Flags"), message.U32("Header.MessageId"), message.U32("Header.Length"));

    public void Encode(WireWriter message) => message
        .U64(InitiatorSpi).U64(ResponderSpi).U8(NextPayload.Value).U8(Version).U8(Exchange.Value).U8(Flags).U32(MessageId).U32(Length);
}
