using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// CAPI2: chain built (11), policy verified (30), revocation checked (41), object fetched (53), private key acquired (70), certificates
/// described (90). Results are hexadecimal without a prefix; trust flags are the names of attributes; certificates are files named by
/// their thumbprint.
/// </summary>
internal static class Capi2
{
    private const string TrustFlag = "CERT_TRUST_";

    public static IEnumerable<Observation> Observe(WindowsEvent seen)
    {
        var elements = seen.UserData.IsEmpty ? MarkupFragment.Elements(seen.Message) : seen.UserData;
        var host = seen.HostAs(HostRole.Unknown);
        return seen.EventId switch
        {
            11 or 30 or 41 or 53 => Result(elements) is { } result ? [Chain(seen, host, elements, result)] : [],
            70 => Result(elements) is { } result ? [Key(seen, host, elements, result)] : [],
            90 => Capi2Certificates.Describe(seen, host, elements),
            _ => [],
        };
    }

    private static ChainBuilt Chain(WindowsEvent seen, Host host, ImmutableArray<EventElement> elements, (Code Code, Locator? Place) result)
    {
        var chain = InChain(elements);
        var subject = elements.FirstOrDefault(element => element.Name is "Certificate") ?? chain.FirstOrDefault();
        var flags = ErrorFlags(elements);
        var url = elements.FirstOrDefault(element => element.Name is "URL");
        var process = elements.FirstOrDefault(element => element.Name is "EventAuxInfo");
        var issuers = chain.Skip(1).ToImmutableArray();
        if (issuers.IsEmpty)
            issuers = [.. elements.Where(element => element.Name is "IssuerCertificate").Take(1)];
        return new(
            seen.Source, host, seen.When(host), seen.EventId, subject?.Attribute("subjectName"),
            [.. issuers.Select(issuer => issuer.Attribute("subjectName") ?? "")], result.Code,
            [.. flags.Select(flag => flag.Name!).Distinct(StringComparer.Ordinal)], process?.Attribute("ProcessName"), url?.Text)
        {
            FieldsWhenAsked = new FieldPlaces()
                .Add(nameof(ChainBuilt.Subject), subject?.Place)
                .Add(nameof(ChainBuilt.Issuers), issuers.FirstOrDefault()?.Place)
                .Add(nameof(ChainBuilt.Result), result.Place)
                .Add(nameof(ChainBuilt.TrustErrors), flags.FirstOrDefault()?.Place)
                .Add(nameof(ChainBuilt.Process), process?.Place)
                .Add(nameof(ChainBuilt.Url), url?.Place)
                .WhenAsked,
        };
    }

    private static PrivateKeyUsed Key(WindowsEvent seen, Host host, ImmutableArray<EventElement> elements, (Code Code, Locator? Place) result)
    {
        var certificate = elements.FirstOrDefault(element => element.Name is "Certificate");
        var issuer = certificate?.Attribute("issuerName");
        return new(seen.Source, host, seen.When(host), certificate?.Attribute("subjectName"), issuer, Thumbprint(certificate), result.Code)
        {
            FieldsWhenAsked = new FieldPlaces()
                .Add(nameof(PrivateKeyUsed.Issuer), issuer is null ? null : certificate?.Place)
                .Add(nameof(PrivateKeyUsed.Subject), certificate?.Place)
                .Add(nameof(PrivateKeyUsed.Thumbprint), certificate?.Place)
                .Add(nameof(PrivateKeyUsed.Result), result.Place)
                .WhenAsked,
        };
    }

    /// <summary>The certificates of the first chain, leaf first.</summary>
    private static ImmutableArray<EventElement> InChain(ImmutableArray<EventElement> elements)
    {
        var found = ImmutableArray.CreateBuilder<EventElement>();
        var chains = 0;
        var wanted = false;
        foreach (var element in elements)
        {
            if (element.Name is "CertificateChain" && ++chains > 1)
                break;
            if (element.Name is "ChainElement")
                wanted = true;
            if (!wanted || element.Name is not "Certificate")
                continue;
            found.Add(element);
            wanted = false;
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<EventValue> ErrorFlags(ImmutableArray<EventElement> elements) =>
    [
        .. elements.Where(element => element.Name is "ErrorStatus").SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name?.StartsWith(TrustFlag, StringComparison.Ordinal) is true
                && attribute.Text.Equals("true", StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>The last Result: chain elements have results of their own before it.</summary>
    private static (Code Code, Locator? Place)? Result(ImmutableArray<EventElement> elements)
    {
        var result = elements.LastOrDefault(element => element.Name is "Result" && element.Attribute("value") is not null);
        return result is not null && uint.TryParse(result.Attribute("value"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? (Code.Windows(value), result.Place)
            : null;
    }

    /// <summary>SHA-1 from <c>fileRef="....cer"</c>, lower case.</summary>
    public static string? Thumbprint(EventElement? certificate)
    {
        const int Digits = 40;
        var file = certificate?.Attribute("fileRef") ?? "";
        return file.Length >= Digits && file.AsSpan(0, Digits).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0 ? file[..Digits].ToLowerInvariant() : null;
    }
}
