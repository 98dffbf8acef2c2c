using System.Globalization;
using System.Net;

namespace Aovpn.Reports.Redaction;

/// <summary>One invented name for each real one, in all its forms, numbered in the order in which they are met: user-1, host-2, address-3.</summary>
internal sealed class Pseudonyms
{
    /// <summary>Labels of domains that are no longer are not looked for by themselves.</summary>
    private const int ShortestLabel = 3;

    private readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Names of more than one word: they are looked for as they are.</summary>
    public PhraseTree Phrases { get; } = new();

    /// <summary>What stands for a single word of a text; null when the word is nobody's name.</summary>
    public string? OfWord(string word) => !WellKnown.IsCommon(word) && _byName.TryGetValue($"word {word}", out var known) ? known : null;

    /// <param name="account">The account alone, without its domain; a machine's ends with a dollar sign.</param>
    public string User(string account)
    {
        if (WellKnown.IsAccount(account))
            return account;
        return account.EndsWith('$') ? $"{Host(account[..^1])}$" : Name("user", account, account);
    }

    /// <summary>A machine by its name, short or full, a connection, a policy: whatever the evidence calls so. Both forms of a machine's name are one.</summary>
    public string Host(string name)
    {
        name = name.TrimEnd('.');
        if (WellKnown.IsPublicHost(name))
            return name;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var label = dot > 0 ? name[..dot] : name;
        if (dot < 0 || _byName.ContainsKey(Key("host", name)))
            return Name("host", name, name);
        if (!WellKnown.IsCommon(label) && _byName.TryGetValue(Key("host", label), out var same))
        {
            _byName[Key("host", name)] = same;
            _byName.TryAdd($"word {name}", same);
            return same;
        }

        Domain(name[(dot + 1)..]);
        var invented = Name("host", name, name);
        if (!WellKnown.IsCommon(label) && !label.Contains('*', StringComparison.Ordinal))
        {
            _byName.TryAdd(Key("host", label), invented);
            _byName.TryAdd($"word {label}", invented);
        }

        return invented;
    }

    /// <summary>A DNS suffix or the NetBIOS name of a domain. CORP and corp.example are one.</summary>
    public string Domain(string name)
    {
        if (WellKnown.IsPublicHost(name) || WellKnown.IsAuthority(name))
            return name;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var label = dot > 0 ? name[..dot] : name;
        if (!_byName.ContainsKey(Key("domain", name)) && _byName.TryGetValue(Key("domain", label), out var same))
            _byName[Key("domain", name)] = same;
        var invented = Name("domain", name, name);
        _byName.TryAdd(Key("domain", label), invented);
        if (label.Length > ShortestLabel && !WellKnown.IsCommon(label))
            _byName.TryAdd($"word {label}", invented);
        return invented;
    }

    /// <summary>A VPN connection or profile, a network.</summary>
    public string Connection(string name) => WellKnown.IsInterface(name) ? name : Name("connection", name, name);

    /// <summary>A tenant, a device, an account by its number.</summary>
    public string Identifier(string number) => Name("id", number, number);

    public string Address(string address) => Name("address", address, null);

    public string Thumbprint(string hexadecimal) => Name("thumbprint", hexadecimal, null);

    public string SecurityIdentifier(string sid) => Name("sid", sid, null);

    public string Hexadecimal(string digits) => Name("hex", digits, null);

    /// <summary>A name on a certificate: a user's or a host's where it is known as that.</summary>
    public string Subject(string commonName) =>
        WellKnown.IsPublicSubject(commonName) ? commonName
        : _byName.TryGetValue($"word {commonName}", out var known) ? known
        : commonName.Contains('@', StringComparison.Ordinal) ? User(commonName[..commonName.IndexOf('@', StringComparison.Ordinal)])
        : LooksLikeHost(commonName) ? Host(commonName)
        : Name("subject", commonName, commonName);

    public static bool LooksLikeHost(string name) =>
        name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal) && name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '*' or '_');

    private string Name(string kind, string name, string? asWord)
    {
        if (_byName.TryGetValue(Key(kind, name), out var known))
            return known;
        // What was met as the name of something else keeps what stands for it.
        if (asWord is not null && !WellKnown.IsCommon(asWord) && _byName.TryGetValue($"word {asWord}", out known))
            return _byName[Key(kind, name)] = known;
        var number = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        var invented = string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
        _byName[Key(kind, name)] = invented;
        if (asWord is null)
            return invented;
        _byName.TryAdd($"word {asWord}", invented);
        if (!asWord.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_') && asWord.Length > ShortestLabel)
        {
            // As it is, as XML writes it, as a path writes it.
            foreach (var form in new[] { asWord, WebUtility.HtmlEncode(asWord), Uri.EscapeDataString(asWord) }.Distinct(StringComparer.Ordinal))
            {
                _byName.TryAdd($"word {form}", invented);
                Phrases.Add(form, _byName[$"word {form}"]);
            }
        }

        return invented;
    }

    private static string Key(string kind, string name) => $"{kind} {name}";
}
