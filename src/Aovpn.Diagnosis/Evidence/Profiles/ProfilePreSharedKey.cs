using System.Buffers;
using System.Net;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// The pre-shared key of L2TP/IPsec that a ProfileXML holds: VPNv2 CSP, NativeProfile/L2tpPsk. A secret: it is in no observation, so that nothing that is written of a
/// profile can have it. Who probes with the profile asks for it here.
/// </summary>
public static class ProfilePreSharedKey
{
    private const string Start = "<" + ProfilePassage.Root;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:{}()");

    /// <param name="text">Of a file with the profile in it, also with its markup escaped.</param>
    /// <returns>The first profile's key; null where it has none, or one that only a script knows.</returns>
    public static string? In(string text)
    {
        var at = text.IndexOf(Start, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            text = WebUtility.HtmlDecode(text);
            at = text.IndexOf(Start, StringComparison.OrdinalIgnoreCase);
        }

        var key = at < 0 ? null : new MarkupScanner(text, ProfileContent.UnderRoot).Scan(at)?.At("NativeProfile", "L2tpPsk")?.Text;
        return string.IsNullOrEmpty(key) || IsVariable(key) ? null : key;
    }

    /// <summary>$L2tpPsk in a here-string: its value is not in the file.</summary>
    private static bool IsVariable(string key) => key is ['$', ..] && key.AsSpan(1).IndexOfAnyExcept(Letters) < 0;
}
