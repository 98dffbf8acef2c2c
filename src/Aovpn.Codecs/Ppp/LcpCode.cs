using System.Globalization;

namespace Aovpn.Codecs.Ppp;

/// <summary>Code of a control packet, RFC 1661 section 5. Any value is legal on the wire.</summary>
public readonly record struct LcpCode(byte Value)
{
    public static readonly LcpCode ConfigureRequest = new(1);
    public static readonly LcpCode ConfigureAck = new(2);
    public static readonly LcpCode ConfigureNak = new(3);
    public static readonly LcpCode ConfigureReject = new(4);
    public static readonly LcpCode TerminateRequest = new(5);
    public static readonly LcpCode TerminateAck = new(6);
    public static readonly LcpCode CodeReject = new(7);
    public static readonly LcpCode ProtocolReject = new(8);
    public static readonly LcpCode EchoRequest = new(9);
    public static readonly LcpCode EchoReply = new(10);

    /// <summary>The four codes whose content is a list of options.</summary>
    public bool HasOptions => Value is >= 1 and <= 4;

    public override string ToString() => Value switch
    {
        1 => "Configure-Request",
        2 => "Configure-Ack",
        3 => "Configure-Nak",
        4 => "Configure-Reject",
        5 => "Terminate-Request",
        6 => "Terminate-Ack",
        7 => "Code-Reject",
        8 => "Protocol-Reject",
        9 => "Echo-Request",
        10 => "Echo-Reply",
        11 => "Discard-Request",
        _ => string.Create(CultureInfo.InvariantCulture, $"code {Value}"),
    };
}
