using System.Globalization;

namespace Aovpn.Codecs.Sstp;

/// <summary>Type of a control packet, [MS-SSTP] section 2.2.2.</summary>
public readonly record struct SstpMessageType(ushort Value)
{
    public static readonly SstpMessageType CallConnectRequest = new(1);
    public static readonly SstpMessageType CallConnectAck = new(2);
    public static readonly SstpMessageType CallConnectNak = new(3);
    public static readonly SstpMessageType CallConnected = new(4);
    public static readonly SstpMessageType CallAbort = new(5);
    public static readonly SstpMessageType CallDisconnect = new(6);
    public static readonly SstpMessageType CallDisconnectAck = new(7);
    public static readonly SstpMessageType EchoRequest = new(8);
    public static readonly SstpMessageType EchoResponse = new(9);

    public override string ToString() => Value switch
    {
        1 => "SSTP_MSG_CALL_CONNECT_REQUEST",
        2 => "SSTP_MSG_CALL_CONNECT_ACK",
        3 => "SSTP_MSG_CALL_CONNECT_NAK",
        4 => "SSTP_MSG_CALL_CONNECTED",
        5 => "SSTP_MSG_CALL_ABORT",
        6 => "SSTP_MSG_CALL_DISCONNECT",
        7 => "SSTP_MSG_CALL_DISCONNECT_ACK",
        8 => "SSTP_MSG_ECHO_REQUEST",
        9 => "SSTP_MSG_ECHO_RESPONSE",
        _ => string.Create(CultureInfo.InvariantCulture, $"SSTP message {Value}"),
    };
}
