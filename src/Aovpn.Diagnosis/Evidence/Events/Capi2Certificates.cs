using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>CAPI2 90 describes every certificate that a trust decision dealt with; its relatives name issuers of private keys that were used.</summary>
internal static class Capi2Certificates
{
    private const int KeptIssuers = 10_000;

    public static IEnumerable<Observation> Describe(WindowsEvent seen, Host host, ImmutableArray<EventElement> elements)
    {
        for (var index = 0; index < elements.Length; index++)
        {
            var head = elements[index];
            if (head.Name is not "Certificate" || head.Attribute("subjectName") is null)
                continue;
            var end = index + 1;
            while (end < elements.Length && elements[end].Depth > head.Depth)
                end++;
            if (end == index + 1)
                continue;
            var certificate = Certificate(seen, elements[index..end]);
            yield return new CertificateSeen(seen.Source, host, seen.When(host), CertificateUse.Logged, certificate) { Fields = certificate.Fields };
            index = end - 1;
        }
    }

    /// <summary>
    /// Gives private keys that were used (70) the issuer which other events of the same log name for the certificate. They come last:
    /// the description follows the use.
    /// </summary>
    public static IEnumerable<Observation> WithIssuers(IEnumerable<Observation> observations)
    {
        var issuers = new Dictionary<string, Certificate>(StringComparer.Ordinal);
        var waiting = new List<PrivateKeyUsed>();
        foreach (var observation in observations)
        {
            if (observation is PrivateKeyUsed { Issuer: null, Thumbprint: not null } key)
            {
                waiting.Add(key);
                continue;
            }

            if (observation is CertificateSeen { Use: CertificateUse.Logged, Certificate: { Thumbprint: { } thumbprint, Issuer: not null } described } && issuers.Count < KeptIssuers)
                issuers.TryAdd(thumbprint, described);
            yield return observation;
        }

        foreach (var key in waiting)
        {
            if (!issuers.TryGetValue(key.Thumbprint!, out var described))
            {
                yield return key;
                continue;
            }

            var place = described.Fields.TryGetValue(nameof(Observations.Certificate.Issuer), out var narrow) ? narrow : described.Source.Locator;
            yield return key with { Issuer = described.Issuer, Fields = key.Fields.SetItem(nameof(PrivateKeyUsed.Issuer), place) };
        }
    }

    private static Certificate Certificate(WindowsEvent seen, ImmutableArray<EventElement> elements)
    {
        var head = elements[0];
        var source = head.Place is null ? seen.Source : seen.Source with { Locator = head.Place };
        var issuer = elements.FirstOrDefault(element => element.Name is "Issuer");
        var usage = elements.FirstOrDefault(element => element.Name is "ExtendedKeyUsage");
        var names = elements.Where(element => element.Name is "DNSName").Select(element => element.Text).ToImmutableArray();
        return new(
            source, Name(elements, "Subject") ?? "CN=" + head.Attribute("subjectName"), Name(elements, "Issuer"),
            elements.FirstOrDefault(element => element.Name is "SerialNumber")?.Text.ToLowerInvariant(), Capi2.Thumbprint(head),
            Date(elements, "NotBefore"), Date(elements, "NotAfter"), Purposes(elements, usage), names, null)
        {
            FieldsWhenAsked = new FieldPlaces()
                .Add(nameof(Observations.Certificate.Issuer), issuer?.Place)
                .Add(nameof(Observations.Certificate.Purposes), usage?.Place)
                .Add(nameof(Observations.Certificate.NotBefore), elements.FirstOrDefault(element => element.Name is "NotBefore")?.Place)
                .Add(nameof(Observations.Certificate.NotAfter), elements.FirstOrDefault(element => element.Name is "NotAfter")?.Place)
                .WhenAsked,
        };
    }

    /// <summary>A name from its parts: <c>CN=a, O=b</c>, in the order of the log.</summary>
    private static string? Name(ImmutableArray<EventElement> elements, string element)
    {
        var parts = Inside(elements, element);
        return parts.IsEmpty ? null : string.Join(", ", parts.Select(part => $"{part.Name}={part.Text}"));
    }

    private static ImmutableArray<EventElement> Inside(ImmutableArray<EventElement> elements, string name)
    {
        for (var index = 0; index < elements.Length; index++)
        {
            if (elements[index].Name != name)
                continue;
            var depth = elements[index].Depth;
            return [.. elements.Skip(index + 1).TakeWhile(part => part.Depth > depth)];
        }

        return [];
    }

    /// <summary>Without the extension a certificate may be used for anything, which an empty list says.</summary>
    private static ImmutableArray<string> Purposes(ImmutableArray<EventElement> elements, EventElement? usage) => usage is null
        ? []
        : [.. Inside(elements, "ExtendedKeyUsage").Select(part => part.Attribute("oid")).OfType<string>()];

    private static ListedDate? Date(ImmutableArray<EventElement> elements, string name)
    {
        var text = elements.FirstOrDefault(element => element.Name == name)?.Text;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? new ListedDate(date.UtcDateTime)
            : null;
    }
}
