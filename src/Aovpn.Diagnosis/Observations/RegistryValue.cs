using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <param name="Data">As written; several strings are apart by commas.</param>
public sealed record RegistryValue(Citation Source, string Name, string Data) : Cited(Source)
{
    /// <summary>A REG_DWORD, written as 0x10, dword:00000010 or in decimals; null for anything else.</summary>
    public uint? Number
    {
        get
        {
            var digits = Data.StartsWith("dword:", StringComparison.OrdinalIgnoreCase) ? "0x" + Data[6..] : Data;
            return digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
                ? uint.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) ? hexadecimal : null
                : uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }
}
