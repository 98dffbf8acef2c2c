using System.Globalization;

namespace Aovpn.Diagnosis.Model;

/// <summary>A number that somebody may paste, in the family that gives it its meaning.</summary>
/// <param name="Family">Numbers of different families are different things: NPS reason 16 is not Windows error 16.</param>
/// <param name="Value">Unsigned; an HRESULT keeps its 32 bits.</param>
public readonly record struct Code(CodeFamily Family, uint Value)
{
    /// <summary>
    /// A Windows error as RasClient, IKE or an API report it: Win32, RAS, IPsec or HRESULT. An HRESULT that wraps a RAS or
    /// IPsec error (0x800735E9) becomes that error (13801); other HRESULTs stay what they are (0x80070040).
    /// </summary>
    public static Code Windows(uint value)
    {
        const uint Win32Facility = 0x80070000;
        var wrapped = value & 0xFFFF;
        return (value & 0xFFFF0000) is Win32Facility && wrapped is (>= 600 and < 1000) or (>= 13000 and < 14000)
            ? new(CodeFamily.Windows, wrapped)
            : new(CodeFamily.Windows, value);
    }

    /// <summary>The same from a signed number, as RasClient event 20227 prints it: -2146762495 is 0x800B0101.</summary>
    public static Code Windows(int value) => Windows(unchecked((uint)value));

    public static Code NpsReason(uint value) => new(CodeFamily.NpsReason, value);

    public static Code Event(uint id) => new(CodeFamily.Event, id);

    /// <summary>0x and eight digits.</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"0x{Value:X8}");

    /// <summary>As people write it: 809, 0x800B0109, NPS reason 16, event 20276.</summary>
    public override string ToString() => Family switch
    {
        CodeFamily.Windows => Value > 0xFFFF ? Hex : Value.ToString(CultureInfo.InvariantCulture),
        CodeFamily.NpsReason => string.Create(CultureInfo.InvariantCulture, $"NPS reason {Value}"),
        CodeFamily.IkeNotify => string.Create(CultureInfo.InvariantCulture, $"IKE notify {Value}"),
        CodeFamily.EapType => string.Create(CultureInfo.InvariantCulture, $"EAP type {Value}"),
        CodeFamily.Event => string.Create(CultureInfo.InvariantCulture, $"event {Value}"),
        CodeFamily.EntraSignIn => string.Create(CultureInfo.InvariantCulture, $"AADSTS{Value}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Family} {Value}"),
    };
}
