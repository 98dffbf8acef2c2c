using System.Globalization;

namespace Aovpn.Codecs.Tls;

/// <summary>An alert in clear, RFC 8446 section 6.</summary>
public readonly record struct TlsAlert(byte Level, byte Description)
{
    public bool IsFatal => Level == 2;

    /// <summary>The name as the RFC spells it.</summary>
    public string Name => Description switch
    {
        0 => "close_notify",
        10 => "unexpected_message",
        20 => "bad_record_mac",
        22 => "record_overflow",
        40 => "handshake_failure",
        42 => "bad_certificate",
        43 => "unsupported_certificate",
        44 => "certificate_revoked",
        45 => "certificate_expired",
        46 => "certificate_unknown",
        47 => "illegal_parameter",
        48 => "unknown_ca",
        49 => "access_denied",
        50 => "decode_error",
        51 => "decrypt_error",
        70 => "protocol_version",
        71 => "insufficient_security",
        80 => "internal_error",
        86 => "inappropriate_fallback",
        90 => "user_canceled",
        109 => "missing_extension",
        110 => "unsupported_extension",
        112 => "unrecognized_name",
        113 => "bad_certificate_status_response",
        115 => "unknown_psk_identity",
        116 => "certificate_required",
        120 => "no_application_protocol",
        _ => string.Create(CultureInfo.InvariantCulture, $"alert {Description}"),
    };

    /// <exception cref="MalformedException">Not two bytes: an encrypted alert is longer.</exception>
    public static TlsAlert Decode(ReadOnlySpan<byte> fragment) =>
        fragment.Length == 2 ? new(fragment[0], fragment[1]) : throw new MalformedException("TLS.Alert", 0, $"has {fragment.Length} bytes, an alert in clear has 2");

    public override string ToString() => Name;
}
