using System.Globalization;

namespace Aovpn.Codecs.L2tp;

/// <summary>Type of a control message, RFC 2661 section 3.2.</summary>
public readonly record struct L2tpMessageType(ushort Value)
{
    public static readonly L2tpMessageType StartControlConnectionRequest = new(1);
    public static readonly L2tpMessageType StartControlConnectionReply = new(2);
    public static readonly L2tpMessageType StartControlConnectionConnected = new(3);
    public static readonly L2tpMessageType StopControlConnectionNotification = new(4);
    public static readonly L2tpMessageType Hello = new(6);
    public static readonly L2tpMessageType IncomingCallRequest = new(10);
    public static readonly L2tpMessageType IncomingCallReply = new(11);
    public static readonly L2tpMessageType IncomingCallConnected = new(12);
    public static readonly L2tpMessageType CallDisconnectNotify = new(14);

    public override string ToString() => Value switch
    {
        1 => "SCCRQ",
        2 => "SCCRP",
        3 => "SCCCN",
        4 => "StopCCN",
        6 => "HELLO",
        7 => "OCRQ",
        8 => "OCRP",
        9 => "OCCN",
        10 => "ICRQ",
        11 => "ICRP",
        12 => "ICCN",
        14 => "CDN",
        15 => "WEN",
        16 => "SLI",
        _ => string.Create(CultureInfo.InvariantCulture, $"L2TP message {Value}"),
    };
}
