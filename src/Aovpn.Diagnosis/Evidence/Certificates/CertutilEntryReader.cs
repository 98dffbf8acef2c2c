using System.Buffers;
using System.Globalization;
using System.Net;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// Reads the lines of one certificate. What a line is follows from its place, indentation, separator and the form of its value:
/// serial number, issuer, two dates, subject, hash and key stand in this order in every language.
/// </summary>
/// <param name="shared">Issuers, dates and templates come again in every certificate.</param>
internal sealed class CertutilEntryReader(SharedTexts shared)
{
    private const string EnhancedKeyUsage = "2.5.29.37";
    private const string SubjectAlternativeName = "2.5.29.17";
    private const string BasicConstraints = "2.5.29.19";
    private const string RevocationPoints = "2.5.29.31";
    private const string SecurityIdentifier = "1.3.6.1.4.1.311.25.2";
    private const string TemplateInformation = "1.3.6.1.4.1.311.21.7";
    private const string TemplateName = "1.3.6.1.4.1.311.20.2";

    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789ABCDEFabcdef ");

    private readonly CertutilEntry _entry = new();
    private string? _extension;
    private int _extensionIndent;
    private bool _inProperty;
    private CertutilField _name;
    private int _nameIndent;

    public static CertutilEntry Read(EvidenceText text, CertutilBlock block, SharedTexts shared)
    {
        var reader = new CertutilEntryReader(shared);
        var indent = CertutilListings.Indent(text[block.First]);
        for (var number = block.First + 1; number <= block.Last; number++)
        {
            var line = new CertutilLine(text[number], number, indent);
            if (line.Label.Length > 0 || line.Separator != '\0')
                reader.Take(line);
        }

        return reader._entry;
    }

    private void Take(CertutilLine line)
    {
        if (line.Language is { } language)
            _entry.Languages.Add(language);
        if (line.Label is "ThisUpdate" or "NextUpdate")
            _entry.IsList = true;

        if (line.Indent == 0)
            (_extension, _inProperty) = (null, false);
        if (TakeExtensionHead(line) || TakeNamePart(line))
            return;
        if (_extension is not null && line.Indent < _extensionIndent)
            _extension = null;
        if (_extension is not null)
        {
            TakeExtension(line);
            return;
        }

        if (line.Label.StartsWith("CERT_", StringComparison.Ordinal) && line.Label.Contains("_PROP_ID", StringComparison.Ordinal))
            _inProperty = !line.Label.StartsWith("CERT_KEY_PROV_INFO", StringComparison.Ordinal);
        else if (!_inProperty)
            TakeField(line);
    }

    private bool TakeExtensionHead(CertutilLine line)
    {
        if (line.Separator != ':' || line.Indent == 0 || !ObjectIdentifiers.IsOne(line.Label))
            return false;
        (_extension, _extensionIndent, _name) = (shared.One(line.Label), line.Indent, CertutilField.Unknown);
        _entry.ShowsExtensions = true;
        if (_extension == SecurityIdentifier)
        {
            _entry.HasSecurityIdentifier = true;
            _entry.At(nameof(Certificate.HasSecurityIdentifier), line.Number);
        }

        if (_extension == EnhancedKeyUsage)
            _entry.At(nameof(Certificate.Purposes), line.Number);
        return true;
    }

    /// <summary>With -v a name has a line for each of its parts, below an empty label.</summary>
    private bool TakeNamePart(CertutilLine line)
    {
        if (_name is CertutilField.Unknown || line.Indent < _nameIndent || line.Separator != '=' || !NameAttributes.IsType(line.Label))
        {
            _name = CertutilField.Unknown;
            return false;
        }

        var part = $"{line.Label}={line.Value}";
        if (_name is CertutilField.Issuer)
            _entry.Issuer = string.IsNullOrEmpty(_entry.Issuer) ? part : $"{_entry.Issuer}, {part}";
        else
            _entry.Subject = string.IsNullOrEmpty(_entry.Subject) ? part : $"{_entry.Subject}, {part}";
        _entry.At(_name.ToString(), line.Number);
        return true;
    }

    private void TakeField(CertutilLine line)
    {
        if (CertutilKeyLines.Take(_entry, line))
            return;
        if (line.Separator == '\0')
        {
            TakePurposes(line);
            return;
        }

        var value = line.Value;
        if (line.Field is CertutilField.SerialNumber || (_entry.Serial is null && _entry.Issuer is null && line.Separator == ':' && value.Length > 1 && IsHexadecimal(value)))
        {
            _entry.Serial ??= Hexadecimal(value);
            _entry.At(nameof(Certificate.Serial), line.Number);
        }
        else if (DateParts.Parse(value) is not null)
            TakeDate(line, value);
        else if (IsHash(line, value))
        {
            _entry.Thumbprint = Hexadecimal(value);
            _entry.At(nameof(Certificate.Thumbprint), line.Number);
        }
        else if (line.Separator == ':' && IsName(line, value))
            TakeName(line, value);
        else if (line.Field is CertutilField.Template)
        {
            _entry.Template = shared.One(FirstOf(value));
            _entry.At(nameof(Certificate.Template), line.Number);
        }
        else if (line.Field is CertutilField.AuthorityVersion)
        {
            _entry.IsCertificationAuthority = true;
            _entry.At(nameof(Certificate.IsCertificationAuthority), line.Number);
        }
        else if (ObjectIdentifiers.Leading(value) is { IsEmpty: false } algorithm)
            TakeAlgorithm(line, algorithm, value);
        else if (_entry.KeyBits is null && line.Indent == 0 && KeyBits(value) is { } bits)
            _entry.KeyBits = bits;
        else if (line.Separator == '=')
            TakeAlternativeName(line, value);
        else if (line.Label.Contains("EKU", StringComparison.OrdinalIgnoreCase) || line.Label.EndsWith("Key Usage", StringComparison.OrdinalIgnoreCase))
            TakePurposes(line);
    }

    private void TakeDate(CertutilLine line, ReadOnlySpan<char> value)
    {
        if (line.Field is CertutilField.NotAfter || (line.Field is not CertutilField.NotBefore && _entry.NotBefore is not null && _entry.NotAfter is null))
        {
            _entry.NotAfter ??= shared.One(value);
            _entry.At(nameof(Certificate.NotAfter), line.Number);
        }
        else if (_entry.NotBefore is null)
        {
            _entry.NotBefore = shared.One(value);
            _entry.At(nameof(Certificate.NotBefore), line.Number);
        }
    }

    private bool IsName(CertutilLine line, ReadOnlySpan<char> value) =>
        line.Field is CertutilField.Issuer or CertutilField.Subject
        || (line.Field is CertutilField.Unknown && line.Indent == 0 && (NameAttributes.IsOne(value) || IsPlaceOfName(value)));

    /// <summary>An empty label where a name is due: the parts follow, or the subject is empty.</summary>
    private bool IsPlaceOfName(ReadOnlySpan<char> value) =>
        (value.Length == 0 && _entry.Serial is not null && _entry.Issuer is null && _entry.SignatureAlgorithm is not null)
        || (_entry.NotAfter is not null && _entry.Subject is null && _entry.Thumbprint is null && (value.Length == 0 || value.Contains("(DNS", StringComparison.Ordinal)));

    private void TakeName(CertutilLine line, ReadOnlySpan<char> value)
    {
        var field = line.Field is CertutilField.Issuer or CertutilField.Subject ? line.Field
            : _entry.Issuer is null && _entry.NotAfter is null ? CertutilField.Issuer : CertutilField.Subject;
        (_name, _nameIndent) = value.Length == 0 ? (field, line.Indent) : (CertutilField.Unknown, 0);

        if (field is CertutilField.Issuer)
        {
            _entry.Issuer ??= shared.One(value);
        }
        else if (_entry.Subject is null)
        {
            TakeEmptySubject(line, value);
        }

        _entry.At(field.ToString(), line.Number);
    }

    /// <summary>An empty subject is written <c>EMPTY (DNS Name=vpn.example.com)</c>, with the alternative names in brackets.</summary>
    private void TakeEmptySubject(CertutilLine line, ReadOnlySpan<char> value)
    {
        var bracket = value.IndexOf('(');
        if (NameAttributes.IsOne(value) || bracket < 0 || !value.EndsWith(')') || !value.Contains('='))
        {
            _entry.Subject = value.ToString();
            return;
        }

        _entry.Subject = "";
        foreach (var part in value[(bracket + 1)..^1].ToString().Split(',', StringSplitOptions.TrimEntries))
            TakeAlternativeName(new(part, line.Number, 0), part.AsSpan(part.IndexOf('=', StringComparison.Ordinal) + 1).Trim());
    }

    private static bool IsHash(CertutilLine line, ReadOnlySpan<char> value) =>
        line.Indent == 0 && line.Separator == ':' && line.Label.Contains("sha1)", StringComparison.OrdinalIgnoreCase)
        && (line.Field is CertutilField.CertHash || !line.Label.Contains("rfc-", StringComparison.OrdinalIgnoreCase))
        && value.Length is >= 40 and <= 60 && value.Length - value.Count(' ') == 40 && IsHexadecimal(value);

    private void TakeAlgorithm(CertutilLine line, ReadOnlySpan<char> identifier, ReadOnlySpan<char> value)
    {
        var name = value[identifier.Length..].Trim();
        var algorithm = shared.One(name.Length > 0 ? name : identifier);
        if (_entry.SignatureAlgorithm is null)
        {
            _entry.SignatureAlgorithm = algorithm;
            _entry.At(nameof(Certificate.SignatureAlgorithm), line.Number);
        }
        else
            _entry.KeyAlgorithm ??= algorithm;
    }

    private void TakeExtension(CertutilLine line)
    {
        switch (_extension)
        {
            case EnhancedKeyUsage:
                TakePurposes(line);
                return;
            case SubjectAlternativeName when line.Separator == '=':
                TakeAlternativeName(line, line.Value);
                return;
            case BasicConstraints when line.Separator == '=' && _entry.IsCertificationAuthority is null:
                _entry.IsCertificationAuthority = CertutilSentences.IsAuthority(line.Value.ToString());
                _entry.At(nameof(Certificate.IsCertificationAuthority), line.Number);
                return;
            case RevocationPoints when line is { Label: "URL", Value.Length: > 0 }:
                (_entry.RevocationUrls ??= []).Add(WithoutBrackets(line.Value).ToString());
                _entry.At(nameof(Certificate.RevocationUrls), line.Number);
                return;
            case TemplateInformation when line.Separator == '=' && _entry.Template is null:
                _entry.Template = shared.One(line.Value);
                _entry.At(nameof(Certificate.Template), line.Number);
                return;
            case TemplateName when line.Separator == '\0' && line.Field is not CertutilField.Template && _entry.Template is null && !line.Label.Contains('('):
                _entry.Template = shared.One(line.Label);
                _entry.At(nameof(Certificate.Template), line.Number);
                return;
            default:
                return;
        }
    }

    private void TakePurposes(CertutilLine line)
    {
        TakePurposes(line.Label, line.Number);
        TakePurposes(line.Value, line.Number);
    }

    private void TakePurposes(ReadOnlySpan<char> text, int line)
    {
        if (!text.Contains('('))
            return;
        foreach (var identifier in ObjectIdentifiers.InBrackets(text.ToString()))
            TakePurpose(identifier, line);
    }

    /// <summary>The extension's head is the place only while no purpose is read.</summary>
    private void TakePurpose(string identifier, int line)
    {
        if (_entry.Purposes is null)
            _entry.OnlyAt(nameof(Certificate.Purposes), line);
        (_entry.Purposes ??= []).Add(identifier);
        _entry.At(nameof(Certificate.Purposes), line);
    }

    /// <summary>The label holds DNS in every language; addresses and principals are known by their form.</summary>
    private void TakeAlternativeName(CertutilLine line, ReadOnlySpan<char> value)
    {
        if (value.StartsWith(Certificate.SecurityIdentifierUri, StringComparison.OrdinalIgnoreCase))
        {
            _entry.HasSecurityIdentifier = true;
            _entry.At(nameof(Certificate.HasSecurityIdentifier), line.Number);
        }

        if (value.Length == 0 || line.Label.Contains("URL", StringComparison.OrdinalIgnoreCase) || line.Label.Contains("822", StringComparison.Ordinal))
            return;
        if (line.Label.Contains("DNS", StringComparison.OrdinalIgnoreCase))
        {
            (_entry.DnsNames ??= []).Add(value.ToString());
            _entry.At(nameof(Certificate.DnsNames), line.Number);
        }
        else if (line.Label.Contains("IP", StringComparison.Ordinal) && IPAddress.TryParse(value, out var address))
        {
            (_entry.AddressNames ??= []).Add(address.ToString());
            _entry.At(nameof(Certificate.AddressNames), line.Number);
        }
        else if (value.Contains('@') && !value.Contains(' '))
        {
            (_entry.PrincipalNames ??= []).Add(value.ToString());
            _entry.At(nameof(Certificate.PrincipalNames), line.Number);
        }
    }

    private static ReadOnlySpan<char> FirstOf(ReadOnlySpan<char> value) => value.IndexOf(", ") is >= 0 and var end ? value[..end] : value;

    /// <summary>certutil repeats a URL with escaped blanks in brackets behind it.</summary>
    private static ReadOnlySpan<char> WithoutBrackets(ReadOnlySpan<char> url) => url.IndexOf(" (") is >= 0 and var end ? url[..end] : url;

    private static int? KeyBits(ReadOnlySpan<char> value)
    {
        var blank = value.IndexOf(' ');
        return blank is >= 3 and <= 5 && int.TryParse(value[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits is >= 160 and <= 16384 && !value[(blank + 1)..].ContainsAnyInRange('0', '9') ? bits : null;
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(HexadecimalDigits);

    private static string Hexadecimal(ReadOnlySpan<char> value) => value.ToString().Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
