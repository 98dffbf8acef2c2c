using System.Globalization;

namespace Aovpn.Codecs.Radius;

/// <summary>Code of a RADIUS packet, RFC 2865 section 3 and IANA's registry. A number with names.</summary>
public readonly record struct RadiusCode(byte Value)
{
    public static readonly RadiusCode AccessRequest = new(1);
    public static readonly RadiusCode AccessAccept = new(2);
    public static readonly RadiusCode AccessReject = new(3);
    public static readonly RadiusCode AccountingRequest = new(4);
    public static readonly RadiusCode AccountingResponse = new(5);
    public static readonly RadiusCode AccessChallenge = new(11);

    /// <summary>"Are you there", RFC 5997.</summary>
    public static readonly RadiusCode StatusServer = new(12);

    public override string ToString() => Value switch
    {
        1 => "Access-Request",
        2 => "Access-Accept",
        3 => "Access-Reject",
        4 => "Accounting-Request",
        5 => "Accounting-Response",
        11 => "Access-Challenge",
        12 => "Status-Server",
        _ => string.Create(CultureInfo.InvariantCulture, $"code {Value}"),
    };
}
