using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A certificate as far as a listing, a file or a handshake shows it. What was not shown is null, which is not "none".</summary>
/// <param name="Subject">Distinguished name as shown.</param>
/// <param name="Issuer">Distinguished name as shown.</param>
/// <param name="Serial">Lower-case hexadecimal without spaces.</param>
/// <param name="Thumbprint">SHA-1, lower-case hexadecimal without spaces.</param>
/// <param name="Purposes">Enhanced key usage as object identifiers; empty when the extension is known to be absent.</param>
/// <param name="DnsNames">dNSName entries of the subject alternative name; empty when known to have none.</param>
/// <param name="HasPrivateKey">Whether the store holds its private key.</param>
public sealed record Certificate(
    Citation Source, string Subject, string? Issuer, string? Serial, string? Thumbprint, ListedDate? NotBefore, ListedDate? NotAfter,
    ImmutableArray<string>? Purposes, ImmutableArray<string>? DnsNames, bool? HasPrivateKey) : Cited(Source)
{
    /// <summary>iPAddress entries of the subject alternative name.</summary>
    public ImmutableArray<string> AddressNames { get; init; } = [];

    /// <summary>User principal names in the subject alternative name.</summary>
    public ImmutableArray<string> PrincipalNames { get; init; } = [];

    /// <summary>Certificate template, by name or OID.</summary>
    public string? Template { get; init; }

    public string? SignatureAlgorithm { get; init; }

    public string? KeyAlgorithm { get; init; }

    public int? KeyBits { get; init; }

    public bool? IsCertificationAuthority { get; init; }

    /// <summary>How a URI of the subject alternative name begins that carries a security identifier, for requests made offline (KB5014754).</summary>
    public const string SecurityIdentifierUri = "tag:microsoft.com,2022-09-14:sid:";

    /// <summary>The security identifier that binds a certificate to an account, as extension 1.3.6.1.4.1.311.25.2 or as a URI (KB5014754).</summary>
    public bool? HasSecurityIdentifier { get; init; }

    /// <summary>CRL distribution points as URLs; null when not shown.</summary>
    public ImmutableArray<string>? RevocationUrls { get; init; }

    /// <summary>OCSP responders as URLs; null when not shown.</summary>
    public ImmutableArray<string>? OcspUrls { get; init; }

    /// <summary>The DER bytes where the evidence holds the whole certificate; empty otherwise.</summary>
    public ImmutableArray<byte> Encoded { get; init; } = [];

    /// <summary>Subject and issuer are the same name.</summary>
    public bool IsSelfIssued => Issuer is not null && string.Equals(Subject, Issuer, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first CN of the subject; the whole subject when it has none.</summary>
    public string CommonName
    {
        get
        {
            foreach (var part in Subject.Split(',', StringSplitOptions.TrimEntries))
            {
                if (part.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
                    return part[3..];
            }

            return Subject;
        }
    }

    /// <returns>
    /// Whether the certificate may be used for a purpose: RFC 5280 section 4.2.1.12 has it that a certificate without the
    /// extension may be used for any. Null when the listing does not show purposes.
    /// </returns>
    public bool? Allows(string purpose) => Purposes is not { } listed ? null
        : listed.IsEmpty || listed.Contains(purpose) || listed.Contains(Purpose.Any);

    /// <returns>Whether it is in force at an instant; null when the dates are not shown or ambiguous.</returns>
    public bool? IsInForce(DateTimeOffset instant)
    {
        if (NotAfter?.IsBefore(instant) is true)
            return false;
        var begun = NotBefore?.IsBefore(instant);
        return begun is false ? false : NotAfter?.IsBefore(instant) is false ? begun : null;
    }
}
