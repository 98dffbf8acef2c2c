using System.Globalization;

namespace Aovpn.Codecs.Eap;

/// <summary>The failure message of MS-CHAPv2, RFC 2759 section 6: <c>E=eeeeeeeeee R=r C=cc...cc V=vvvvvvvvvv M=text</c>.</summary>
/// <param name="Error">E: 646 hours, 647 disabled, 648 password expired, 649 no dial-in, 691 refused, 709 changing failed. Null when absent or no number.</param>
/// <param name="Retry">R: another password may be tried.</param>
/// <param name="Version">V: 3 for MS-CHAPv2.</param>
/// <param name="Text">M: the server's words; null when absent.</param>
public sealed record MsChapV2Failure(int? Error, bool? Retry, int? Version, string? Text)
{
    /// <summary>Fields in any order, any of them absent; the text goes on to the end, blanks and all. C, the new challenge, is not kept.</summary>
    public static MsChapV2Failure Parse(string message)
    {
        int? error = null, version = null;
        bool? retry = null;
        string? text = null;
        for (var at = 0; at < message.Length;)
        {
            var end = message.IndexOf(' ', at);
            var field = message.AsSpan(at, (end < 0 ? message.Length : end) - at);
            if (field.StartsWith("M=", StringComparison.Ordinal))
            {
                text = message[(at + 2)..];
                break;
            }

            if (field.StartsWith("E=", StringComparison.Ordinal))
                error ??= Number(field[2..]);
            else if (field.StartsWith("R=", StringComparison.Ordinal))
                retry ??= Number(field[2..]) switch { 1 => true, 0 => false, _ => null };
            else if (field.StartsWith("V=", StringComparison.Ordinal))
                version ??= Number(field[2..]);
            at = end < 0 ? message.Length : end + 1;
        }

        return new(error, retry, version, text);
    }

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
