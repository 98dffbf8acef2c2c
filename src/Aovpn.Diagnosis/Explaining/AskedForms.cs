using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>
/// Reads the forms in which people paste a code: 809, -2146762495, 0x800B0109, 800b0109, a symbol, "NPS reason 16", "event 20276",
/// "RasClient 20227", AADSTS53000, "EAP type 25", "IKE notify 14". A bare number gives every family that knows it.
/// </summary>
internal static class AskedForms
{
    /// <summary>Words that say nothing about the family: "error code 809".</summary>
    private static readonly ImmutableArray<string> Fillers =
        ["error", "err", "code", "errorcode", "vpn", "ras", "windows", "hresult", "win32", "the", "number", "no", "nr", "is", "what", "explain", "returned", "on", "failure", "fehler", "erreur", "errore"];

    private const int MostInside = 3;

    public static ImmutableArray<AskedFor> Read(string asked)
    {
        var text = asked.Trim().Trim('"', '\'', '.', ':', '(', ')', '[', ']');
        if (Number(text) is { } bare)
            return bare.InHex ? [Windows(bare.Value, text)] : EveryFamily(bare.Value, text);
        if (Symbol(text) is { Length: > 0 } symbol)
            return symbol;

        var words = text.ToLowerInvariant().Replace(':', ' ').Replace('#', ' ').Replace("=", " ", StringComparison.Ordinal)
            .Split([' ', '\t', '\n', '\r', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 0 or > 6 ? [] : Worded(words, text);
    }

    /// <summary>Codes inside a longer text: hexadecimal and signed ones that the catalogue has, and numbers soon after "error" or "code".</summary>
    public static ImmutableArray<AskedFor> Inside(string text)
    {
        const int Reach = 4;
        var words = text.Split([' ', '\t', '\n', '\r', ',', ';', '(', ')', '[', ']', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
        var found = ImmutableArray.CreateBuilder<AskedFor>();
        for (var at = 0; at < words.Length; at++)
        {
            var written = words[at].Trim('.', ':', '#');
            if (Number(written) is not { } number || ErrorCatalogue.Find(Code.Windows(number.Value)) is null)
                continue;
            if (number.InHex || number.Negative || words[Math.Max(0, at - Reach)..at].Any(word => word.Trim('.', ':').ToLowerInvariant() is "error" or "code" or "failure" or "fehler" or "erreur"))
                found.Add(Windows(number.Value, written));
        }

        return [.. found.DistinctBy(one => one.Code).Take(MostInside)];
    }

    private static ImmutableArray<AskedFor> Worded(string[] words, string asked)
    {
        var numbers = words.Where(word => Number(word) is not null).ToArray();
        if (words is [['a', 'a', 'd', 's', 't', 's', .. var digits], ..] && uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var sign))
            return [new(new(CodeFamily.EntraSignIn, sign), null)];
        if (numbers is not [var written] || Number(written) is not { } number)
            return [];

        var others = words.Where(word => word != written && !Fillers.Contains(word) && word is not ("id" or "type" or "method" or "ms" or "source")).ToArray();
        if (number.InHex || number.Negative)
            return others.Length == 0 ? [Windows(number.Value, written)] : [];

        return others switch
        {
            [] => EveryFamily(number.Value, asked),
            ["reason"] or ["nps", "reason"] or ["nps", "reason-code"] or ["reason-code"] or ["ias", "reason"] or ["ias"] => [new(Code.NpsReason(number.Value), null)],
            ["nps"] => [new(Code.NpsReason(number.Value), null), .. Events("NPS", number.Value)],
            ["event"] or ["eventid"] => [new(Code.Event(number.Value), null)],
            ["eap"] or ["eap-type"] => [new(new(CodeFamily.EapType, number.Value), null)],
            ["ike"] or ["ikev2"] or ["notify"] or ["ike", "notify"] or ["ikev2", "notify"] or ["ike", "notification"] => [new(new(CodeFamily.IkeNotify, number.Value), null)],
            ["aadsts"] => [new(new(CodeFamily.EntraSignIn, number.Value), null)],
            [var provider] => Events(provider, number.Value),
            [var provider, "event"] => Events(provider, number.Value),
            ["event", var provider] => Events(provider, number.Value),
            _ => [],
        };
    }

    private static ImmutableArray<AskedFor> Events(string provider, uint id) =>
        EventCatalogue.Find(provider, id) is { Length: > 0 } ? [new(Code.Event(id), null) { Provider = provider }] : [];

    /// <summary>A decimal number, which each family reads its own way; Windows first, then what NPS writes, then the rest.</summary>
    private static ImmutableArray<AskedFor> EveryFamily(uint value, string asked)
    {
        if (value > 0xFFFF && ErrorCatalogue.Find(new(CodeFamily.EntraSignIn, value)) is null)
            return [Windows(value, asked)];

        var found = ImmutableArray.CreateBuilder<AskedFor>();
        if (ErrorCatalogue.Find(Code.Windows(value)) is not null)
            found.Add(new(Code.Windows(value), null));
        else if (value is > 0 and <= 0xFFFF && Code.Windows(0x80070000 | value) is var wrapped && ErrorCatalogue.Find(wrapped) is not null)
            found.Add(new(wrapped, $"Windows error {value} is {wrapped} as an HRESULT"));

        ImmutableArray<Code> others = [Code.NpsReason(value), Code.Event(value), new(CodeFamily.EntraSignIn, value), new(CodeFamily.IkeNotify, value), new(CodeFamily.EapType, value)];
        found.AddRange(others.Where(Known).Select(code => new AskedFor(code, null)));
        return found.ToImmutable();
    }

    private static bool Known(Code code) => code.Family switch
    {
        CodeFamily.Event => EventCatalogue.Find(code.Value).Length > 0,
        CodeFamily.IkeNotify => NumberCatalogue.IkeNotify(code.Value) is not null,
        CodeFamily.EapType => NumberCatalogue.EapType(code.Value) is not null,
        _ => ErrorCatalogue.Find(code) is not null,
    };

    private static AskedFor Windows(uint value, string asked)
    {
        var code = Code.Windows(value);
        if (code.Value != value)
            return new(code, $"{asked} is the HRESULT form of {code}");
        return new(code, code.Value > 0xFFFF && !asked.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? $"{asked} is {code.Hex}" : null);
    }

    private static ImmutableArray<AskedFor> Symbol(string text)
    {
        if (text.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-' or '\'')))
            return [];
        var notify = NumberCatalogue.Ike.Where(row => row.Kind.StartsWith("notify-", StringComparison.Ordinal) && row.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
            .Select(row => new Code(CodeFamily.IkeNotify, uint.Parse(row.Value, CultureInfo.InvariantCulture)));
        var eap = NumberCatalogue.Eap.Where(row => row.Kind == "type" && row.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
            .Select(row => new Code(CodeFamily.EapType, uint.Parse(row.Value, CultureInfo.InvariantCulture)));
        var codes = text.Contains('_', StringComparison.Ordinal) ? ErrorCatalogue.FindSymbol(text) : [];
        var reasons = codes.Length > 0 ? ErrorCatalogue.All.Where(one => text.Equals(one.Row.Related, StringComparison.OrdinalIgnoreCase)).Select(one => one.Code) : [];
        return [.. codes.Concat(reasons).Concat(notify).Concat(eap).Select(code => new AskedFor(code, null))];
    }

    private static (uint Value, bool InHex, bool Negative)? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? (hex, true, false) : null;
        if (text.StartsWith('-') || text.StartsWith('\u2212'))
            return long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var positive) && positive <= 1L << 31 ? (unchecked((uint)-positive), true, true) : null;
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain) && !(text.Length == 8 && text.StartsWith("800", StringComparison.Ordinal)))
            return (plain, false, false);
        return text.Length == 8 && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bare) && bare > int.MaxValue ? (bare, true, false) : null;
    }
}
