using System.Globalization;

namespace Aovpn.Codecs.Eap;

/// <summary>OpCode of EAP-MSCHAPv2, draft-kamath-pppext-eap-mschapv2 section 2.</summary>
public readonly record struct MsChapV2OpCode(byte Value)
{
    public static readonly MsChapV2OpCode Challenge = new(1);
    public static readonly MsChapV2OpCode Response = new(2);
    public static readonly MsChapV2OpCode Success = new(3);
    public static readonly MsChapV2OpCode Failure = new(4);
    public static readonly MsChapV2OpCode ChangePassword = new(7);

    public override string ToString() => Value switch
    {
        1 => nameof(Challenge),
        2 => nameof(Response),
        3 => nameof(Success),
        4 => nameof(Failure),
        7 => nameof(ChangePassword),
        _ => string.Create(CultureInfo.InvariantCulture, $"OpCode {Value}"),
    };
}
