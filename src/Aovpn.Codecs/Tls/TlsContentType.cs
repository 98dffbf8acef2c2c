using System.Globalization;

namespace Aovpn.Codecs.Tls;

/// <summary>Type of a record, RFC 8446 section 5.1.</summary>
public readonly record struct TlsContentType(byte Value)
{
    public static readonly TlsContentType ChangeCipherSpec = new(20);
    public static readonly TlsContentType Alert = new(21);
    public static readonly TlsContentType Handshake = new(22);
    public static readonly TlsContentType ApplicationData = new(23);

    public bool IsKnown => Value is >= 20 and <= 24;

    public override string ToString() => Value switch
    {
        20 => "change_cipher_spec",
        21 => "alert",
        22 => "handshake",
        23 => "application_data",
        _ => string.Create(CultureInfo.InvariantCulture, $"content type {Value}"),
    };
}
