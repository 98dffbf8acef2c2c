using System.Globalization;

namespace Aovpn.Codecs.Pptp;

/// <summary>Control Message Type, RFC 2637 section 1.4.</summary>
public readonly record struct PptpMessageType(ushort Value)
{
    public static readonly PptpMessageType StartControlConnectionRequest = new(1);
    public static readonly PptpMessageType StartControlConnectionReply = new(2);
    public static readonly PptpMessageType StopControlConnectionRequest = new(3);
    public static readonly PptpMessageType StopControlConnectionReply = new(4);
    public static readonly PptpMessageType OutgoingCallRequest = new(7);
    public static readonly PptpMessageType OutgoingCallReply = new(8);
    public static readonly PptpMessageType CallClearRequest = new(12);
    public static readonly PptpMessageType CallDisconnectNotify = new(13);
    public static readonly PptpMessageType SetLinkInfo = new(15);

    public override string ToString() => Value switch
    {
        1 => "Start-Control-Connection-Request",
        2 => "Start-Control-Connection-Reply",
        3 => "Stop-Control-Connection-Request",
        4 => "Stop-Control-Connection-Reply",
        5 => "Echo-Request",
        6 => "Echo-Reply",
        7 => "Outgoing-Call-Request",
        8 => "Outgoing-Call-Reply",
        9 => "Incoming-Call-Request",
        10 => "Incoming-Call-Reply",
        11 => "Incoming-Call-Connected",
        12 => "Call-Clear-Request",
        13 => "Call-Disconnect-Notify",
        14 => "WAN-Error-Notify",
        15 => "Set-Link-Info",
        _ => string.Create(CultureInfo.InvariantCulture, $"PPTP message {Value}"),
    };
}
