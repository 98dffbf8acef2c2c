using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>What the lines of one certificate say, before its dates are read: those need the whole listing.</summary>
internal sealed class CertutilEntry
{
    private readonly List<(string Field, int First, int Last)> _places = new(8);

    public string? Subject { get; set; }

    public string? Issuer { get; set; }

    public string? Serial { get; set; }

    public string? Thumbprint { get; set; }

    public string? NotBefore { get; set; }

    public string? NotAfter { get; set; }

    public string? Template { get; set; }

    public string? SignatureAlgorithm { get; set; }

    public string? KeyAlgorithm { get; set; }

    public int? KeyBits { get; set; }

    public bool? IsCertificationAuthority { get; set; }

    public bool? HasPrivateKey { get; set; }

    public bool HasSecurityIdentifier { get; set; }

    /// <summary>The extensions were listed: one that is not there is not in the certificate.</summary>
    public bool ShowsExtensions { get; set; }

    /// <summary>A revocation or trust list has a banner of the same form.</summary>
    public bool IsList { get; set; }

    public List<string>? Purposes { get; set; }

    public List<string>? DnsNames { get; set; }

    public List<string>? AddressNames { get; set; }

    public List<string>? PrincipalNames { get; set; }

    public List<string>? RevocationUrls { get; set; }

    /// <summary>Votes for the language of the labels.</summary>
    public List<string> Languages { get; } = new(8);

    public bool SaysSomething => Subject is not null || Issuer is not null || Thumbprint is not null || NotAfter is not null;

    /// <summary>Notes where a field stands; several lines make a range.</summary>
    public void At(string field, int line)
    {
        var known = IndexOf(field);
        if (known < 0)
            _places.Add((field, line, line));
        else
            _places[known] = (field, Math.Min(_places[known].First, line), Math.Max(_places[known].Last, line));
    }

    /// <summary>Notes where a field stands, and forgets what was noted before.</summary>
    public void OnlyAt(string field, int line)
    {
        if (IndexOf(field) is >= 0 and var known)
            _places.RemoveAt(known);
        _places.Add((field, line, line));
    }

    private int IndexOf(string field)
    {
        for (var at = 0; at < _places.Count; at++)
        {
            if (_places[at].Field == field)
                return at;
        }

        return -1;
    }

    public Certificate ToCertificate(Citation source, ListedDates dates) => new(
        source, Subject ?? "", Issuer, Serial, Thumbprint, Date(NotBefore, dates), Date(NotAfter, dates), Listed(Purposes), Listed(DnsNames), HasPrivateKey)
    {
        AddressNames = [.. AddressNames ?? []],
        PrincipalNames = [.. PrincipalNames ?? []],
        Template = Template,
        SignatureAlgorithm = SignatureAlgorithm,
        KeyAlgorithm = KeyAlgorithm,
        KeyBits = KeyBits,
        IsCertificationAuthority = IsCertificationAuthority,
        HasSecurityIdentifier = HasSecurityIdentifier ? true : ShowsExtensions ? false : null,
        RevocationUrls = Listed(RevocationUrls),
        FieldsWhenAsked = new Noted([.. _places]),
    };

    /// <summary>The places alone: what else was gathered of a certificate is not kept for them.</summary>
    private sealed class Noted((string Field, int First, int Last)[] places) : FieldNotes
    {
        protected override ImmutableDictionary<string, Locator> ToFields() =>
            places.ToImmutableDictionary(place => place.Field, place => (Locator)new Locator.Lines(place.First, place.Last), StringComparer.Ordinal);
    }

    private ImmutableArray<string>? Listed(List<string>? values) =>
        values is not null ? [.. values.Distinct(StringComparer.Ordinal)] : ShowsExtensions ? ImmutableArray<string>.Empty : null;

    private static ListedDate? Date(string? text, ListedDates dates) => text is null ? null : dates.Read(text);
}
