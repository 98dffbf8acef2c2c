using System.Globalization;

namespace Aovpn.Codecs.Eap;

/// <summary>Code of an EAP packet, RFC 3748 section 4. A number with names: what others send is kept and printed.</summary>
public readonly record struct EapCode(byte Value)
{
    public static readonly EapCode Request = new(1);
    public static readonly EapCode Response = new(2);
    public static readonly EapCode Success = new(3);
    public static readonly EapCode Failure = new(4);

    public override string ToString() => Value switch
    {
        1 => nameof(Request),
        2 => nameof(Response),
        3 => nameof(Success),
        4 => nameof(Failure),
        _ => string.Create(CultureInfo.InvariantCulture, $"code {Value}"),
    };
}
