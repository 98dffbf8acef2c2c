using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>MS-CHAP-Error, RFC 2548 section 2.1.5: an identifier's byte, then <c>E=691 R=0 V=3</c>; logs hold it in hexadecimal or as text.</summary>
internal static class MsChapError
{
    public static Code? Parse(string? value)
    {
        if (value is null)
            return null;

        // The XML log leaves 0x out.
        var text = value.Contains("E=", StringComparison.Ordinal) ? value : Ascii(value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? value.AsSpan(2) : value);
        var at = text.IndexOf("E=", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var digits = text.AsSpan(at + 2);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return uint.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? Code.Windows(code) : null;
    }

    private static string Ascii(ReadOnlySpan<char> digits)
    {
        var bytes = new byte[digits.Length / 2];
        return Convert.FromHexString(digits[..(bytes.Length * 2)], bytes, out _, out var written) is System.Buffers.OperationStatus.Done
            ? System.Text.Encoding.Latin1.GetString(bytes, 0, written)
            : "";
    }
}
