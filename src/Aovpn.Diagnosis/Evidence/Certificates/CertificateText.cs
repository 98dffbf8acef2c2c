using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>A certificate in labelled lines while it is read.</summary>
internal sealed class CertificateText(Host about)
{
    private static readonly (string Name, string Purpose)[] Purposes =
    [
        ("Server Authentication", Purpose.ServerAuthentication), ("TLS Web Server Authentication", Purpose.ServerAuthentication),
        ("Client Authentication", Purpose.ClientAuthentication), ("TLS Web Client Authentication", Purpose.ClientAuthentication),
        ("IP security IKE intermediate", Purpose.IkeIntermediate), ("ipsec Internet Key Exchange", "1.3.6.1.5.5.7.3.17"),
        ("Smart Card Logon", Purpose.SmartCardLogon), ("Microsoft Smartcard Login", Purpose.SmartCardLogon), ("Any Extended Key Usage", Purpose.Any),
        ("AAD Conditional Access", Purpose.AadConditionalAccess),
    ];

    private static readonly string[] OpensslDates = ["MMM d HH:mm:ss yyyy 'GMT'", "MMM dd HH:mm:ss yyyy 'GMT'"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Locator.Lines> _places = new(StringComparer.Ordinal);
    private readonly List<string> _dnsNames = [];
    private readonly List<string> _addresses = [];
    private readonly List<string> _purposes = [];
    private bool _hasNames;
    private string _open = "";

    public bool HasSubject => _values.TryGetValue(nameof(Certificate.Subject), out var subject) && NameAttributes.IsOne(subject);

    public bool HasIssuerOrThumbprint =>
        (_values.TryGetValue(nameof(Certificate.Issuer), out var issuer) && NameAttributes.IsOne(issuer)) || Hexadecimal(nameof(Certificate.Thumbprint)) is { Length: 40 };

    /// <returns>False when the line begins another certificate.</returns>
    public bool Take(CertificateTextLine line, int number)
    {
        if (line.Field == "Other")
        {
            _open = "";
            return !(HasSubject && line.Value.Length == 0 && _places.ContainsKey(nameof(Certificate.NotAfter)) && _places[nameof(Certificate.Subject)].First > number);
        }

        if (line.Field is nameof(Certificate.Purposes) or nameof(Certificate.DnsNames))
        {
            _open = line.Field;
            return TakeList(line.Value, number) || true;
        }

        _open = "";
        if (!_values.TryAdd(line.Field, Name(line)))
            return line.Field is nameof(Certificate.Serial);
        _places[line.Field] = new(number);
        return true;
    }

    /// <summary>The line below a list's label.</summary>
    public bool TakeValue(string line, int number) => _open.Length > 0 && TakeList(line, number);

    public CertificateSeen ToObservation(Citation source)
    {
        var dates = new ListedDates(new[] { Value(nameof(Certificate.NotBefore)), Value(nameof(Certificate.NotAfter)) }.OfType<string>(), "en");
        var certificate = new Certificate(
            source, Value(nameof(Certificate.Subject))!, Value(nameof(Certificate.Issuer)), Hexadecimal(nameof(Certificate.Serial)),
            Hexadecimal(nameof(Certificate.Thumbprint)) is { Length: 40 } hash ? hash : null, Date(nameof(Certificate.NotBefore), dates),
            Date(nameof(Certificate.NotAfter), dates), _purposes.Count > 0 ? [.. _purposes] : null, _hasNames ? [.. _dnsNames] : null, null)
        {
            AddressNames = [.. _addresses],
            Fields = _places.ToImmutableDictionary(place => place.Key, place => (Locator)place.Value, StringComparer.Ordinal),
        };
        return new(source, about, null, CertificateUse.File, certificate);
    }

    private bool TakeList(string value, int number)
    {
        var taken = false;
        foreach (var item in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            taken |= _open == nameof(Certificate.Purposes) ? TakePurpose(item) : TakeName(item);
        if (taken)
            _places[_open] = _places.TryGetValue(_open, out var place) ? new(place.First, number) : new(number);
        return taken;
    }

    private bool TakePurpose(string item)
    {
        var identifiers = ObjectIdentifiers.InBrackets(item).ToArray();
        if (identifiers.Length == 0 && ObjectIdentifiers.IsOne(item))
            identifiers = [item];
        if (identifiers.Length == 0 && Array.Find(Purposes, known => known.Name.Equals(item, StringComparison.OrdinalIgnoreCase)) is (_, { } purpose))
            identifiers = [purpose];
        _purposes.AddRange(identifiers);
        return identifiers.Length > 0;
    }

    private bool TakeName(string item)
    {
        var cut = item.AsSpan().IndexOfAny(':', '=');
        if (cut <= 0)
            return false;
        var (label, value) = (item[..cut], item[(cut + 1)..].Trim());
        if (label.Contains("DNS", StringComparison.OrdinalIgnoreCase))
            _dnsNames.Add(value);
        else if (label.Contains("IP", StringComparison.OrdinalIgnoreCase) && IPAddress.TryParse(value, out var address))
            _addresses.Add(address.ToString());
        else if (label is not ("email" or "URI" or "othername"))
            return false;
        return _hasNames = true;
    }

    /// <summary>openssl writes <c>C = US, O = Corp</c>; Windows writes no blanks.</summary>
    private static string Name(CertificateTextLine line) =>
        line.Field is nameof(Certificate.Subject) or nameof(Certificate.Issuer) ? line.Value.Replace(" = ", "=", StringComparison.Ordinal) : line.Value;

    private string? Value(string field) => _values.GetValueOrDefault(field);

    private string? Hexadecimal(string field)
    {
        var value = Value(field)?.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return value is { Length: > 0 } && value.All(char.IsAsciiHexDigit) ? value : null;
    }

    private ListedDate? Date(string field, ListedDates dates)
    {
        if (Value(field) is not { } value)
            return null;
        var single = value.Replace("  ", " ", StringComparison.Ordinal);
        return DateTime.TryParseExact(single, OpensslDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new ListedDate(DateTime.SpecifyKind(date, DateTimeKind.Unspecified)) : dates.Read(value);
    }
}
