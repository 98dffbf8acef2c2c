using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Aovpn.Reports.Redaction;

/// <summary>Hides names in a stranger's text: what says by its form that it is one, and every name that was met elsewhere.</summary>
internal sealed partial class TextRedactor(Pseudonyms names)
{
    private const int Sha1 = 40, Sha256 = 64, BlobDigits = 80;

    /// <param name="text">A line, or a sentence.</param>
    public string Redact(string text) => text.Length == 0 ? text : Known(Forms(text));

    /// <summary>Meets the names of a text that say by form or label that they are names; the text itself is not wanted.</summary>
    public void Learn(string text) => Forms(text);

    private string Forms(string text)
    {
        text = NamePatterns.SecurityIdentifier().Replace(text, match => names.SecurityIdentifier(match.Value));
        text = NamePatterns.Hexadecimal().Replace(text, Hexadecimal);
        text = NamePatterns.Base64().Replace(text, "[base64 left out]");
        text = Labelled(text, LabelledValues.In(text));
        text = NamePatterns.NameElement().Replace(text, match => names.Subject(match.Value));
        text = NamePatterns.NamePart().Replace(text, match => match.Groups["lead"].Value + DistinguishedName(match.Value.Trim().Replace(',', '_')));
        text = NamePatterns.DistinguishedName().Replace(text, match => DistinguishedName(match.Value));
        text = NamePatterns.TicketName().Replace(text, match => $"{names.User(match.Groups["user"].Value)} @ {names.Domain(match.Groups["domain"].Value)}");
        text = NamePatterns.PrincipalName().Replace(text, match => PrincipalName(match.Value));
        text = NamePatterns.DownLevelName().Replace(text, DownLevelName);
        text = NamePatterns.HomeFolder().Replace(text, match => names.User(match.Value));
        text = NamePatterns.HardwareAddress().Replace(text, match => names.Address(match.Value));
        text = NamePatterns.Ipv4().Replace(text, match => IsOfNobody(match.Value) ? match.Value : names.Address(match.Value));
        text = NamePatterns.Ipv6().Replace(text, match => IPAddress.TryParse(match.Value, out var address) && !IsOfNobody(match.Value) ? names.Address(address.ToString()) : match.Value);
        text = NamePatterns.HostName().Replace(text, match => names.Host(match.Value));
        return text;
    }

    /// <summary>Every name that was met, wherever it stands as a word or as words.</summary>
    private string Known(string text) => NamePatterns.Word().Replace(names.Phrases.Replace(text), match => Word(match.Value));

    /// <summary><c>CORP\alice</c>, <c>alice@corp.example</c>, <c>corp.example/Users/Alice</c>, <c>host/pc1.corp.example</c>, alice.</summary>
    public string User(string name)
    {
        var slash = name.LastIndexOf('\\');
        if (slash > 0)
            return WellKnown.IsAuthority(name[..slash].TrimEnd('\\')) ? name : $"{names.Domain(name[..slash].TrimEnd('\\'))}\\{names.User(name[(slash + 1)..])}";
        if (name.StartsWith("host/", StringComparison.OrdinalIgnoreCase))
            return $"host/{names.Host(name[5..])}";
        if (name.Contains('@', StringComparison.Ordinal))
            return PrincipalName(name);
        var canonical = name.LastIndexOf('/');
        if (canonical > 0)
            return $"{names.Domain(name[..name.IndexOf('/', StringComparison.Ordinal)])}/{names.User(name[(canonical + 1)..])}";
        return names.User(name);
    }

    /// <summary>All of a distinguished name but what kind of thing it names.</summary>
    public string DistinguishedName(string name)
    {
        var common = name.Split([',', ';', '+'], StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith("CN", StringComparison.OrdinalIgnoreCase) && part.Contains('=', StringComparison.Ordinal));
        var value = (common ?? name)[((common ?? name).IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"');
        if (value.Length == 0)
            return name;
        if (common is not null && WellKnown.IsPublicSubject(value))
            return name;
        var trailing = name[name.TrimEnd().Length..];
        return $"{(common is null ? "" : "CN=")}{names.Subject(common is null ? name.Trim() : value)}{trailing}";
    }

    private string PrincipalName(string name)
    {
        var at = name.LastIndexOf('@');
        return $"{names.User(name[..at])}@{names.Domain(name[(at + 1)..])}";
    }

    private string DownLevelName(Match match)
    {
        var (domain, user) = (match.Groups["domain"].Value, match.Groups["user"].Value);
        if (WellKnown.IsAuthority(domain) || WellKnown.IsAccount(user) || LooksLikeFile(user))
            return match.Value;
        return $"{names.Domain(domain)}\\{names.User(user)}";
    }

    private string Labelled(string text, IReadOnlyList<LabelledValue> values)
    {
        for (var at = values.Count - 1; at >= 0; at--)
        {
            var (start, end) = (values[at].Start, values[at].End);
            text = text[..start] + Value(values[at].Kind, text[start..end]) + text[end..];
        }

        return text;
    }

    /// <summary>What stands in the place of a name, or of several with commas.</summary>
    public string Value(NameKind kind, string value)
    {
        if (kind is not (NameKind.User or NameKind.Subject) && value.AsSpan().IndexOfAny(',', ';') >= 0)
            return string.Concat(NamePatterns.Listed().Split(value).Select(part => part.Trim() is { Length: > 0 } one and not ("," or ";") ? part.Replace(one, One(kind, one), StringComparison.Ordinal) : part));
        return One(kind, value);
    }

    private string One(NameKind kind, string value)
    {
        var quoted = value.Trim('"', '\'', '{', '}');
        var name = WebUtility.HtmlDecode(quoted);
        if (WellKnown.IsNoName(name))
            return value;
        var hidden = kind switch
        {
            NameKind.User => User(name),
            NameKind.Subject => name.Contains('=', StringComparison.Ordinal) ? DistinguishedName(name) : names.Subject(name),
            _ when name.AsSpan().IndexOfAny('\\', '@', '=') >= 0 || name.Contains('/', StringComparison.Ordinal) && kind is not NameKind.Connection => Forms(name),
            NameKind.Host => Port().Match(name) is { Success: true } port ? Host(name[..port.Index]) + port.Value : Host(name),
            NameKind.Domain => names.Domain(name.TrimStart('.')),
            NameKind.Identifier => names.Identifier(name),
            _ => names.Connection(name.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name),
        };
        return value.Replace(quoted, hidden, StringComparison.Ordinal);
    }

    /// <summary>A hardware address stands where RADIUS clients name stations.</summary>
    private string Host(string name) => NamePatterns.HardwareAddress().IsMatch(name) || IPAddress.TryParse(name, out _) ? Forms(name) : names.Host(name);

    private string Hexadecimal(Match match)
    {
        var digits = string.Concat(match.Value.Where(char.IsAsciiHexDigit));
        if (match.Value.All(char.IsAsciiDigit))
            return match.Value;
        if (match.Value.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            digits = digits[1..];
        return digits.Length switch
        {
            Sha1 or Sha256 => names.Thumbprint(digits),
            > BlobDigits => string.Create(CultureInfo.InvariantCulture, $"[{digits.Length} hexadecimal digits left out]"),
            _ => names.Hexadecimal(digits),
        };
    }

    /// <summary>A word, or a name in front of what was joined to it: <c>alice.evtx</c>, <c>PC17-application.xml</c>.</summary>
    private string Word(string word)
    {
        if (names.OfWord(word) is { } whole)
            return whole;
        if (word.AsSpan().IndexOfAny("._-") < 0)
            return word;
        var end = word.LastIndexOfAny(['.', '_', '-']);
        for (; end > 0; end = end == 0 ? -1 : word.LastIndexOfAny(['.', '_', '-'], end - 1))
        {
            if (names.OfWord(word[..end]) is { } start)
                return start + word[end] + Word(word[(end + 1)..]);
        }

        var first = word.IndexOfAny(['.', '_', '-']);
        return word[..(first + 1)] + Word(word[(first + 1)..]);
    }

    [GeneratedRegex(@":\d{1,5}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Port();

    private static bool IsOfNobody(string address) => address.StartsWith("127.", StringComparison.Ordinal) || address.StartsWith("0.", StringComparison.Ordinal) || address.StartsWith("255.", StringComparison.Ordinal) || address is "::1" or "::";

    private static bool LooksLikeFile(string name) => Path.GetExtension(name).ToUpperInvariant() is ".EXE" or ".DLL" or ".SYS" or ".LOG" or ".EVTX" or ".XML" or ".PS1" or ".TXT" or ".PBK" or ".CER" or ".PFX" or ".ZIP";
}
