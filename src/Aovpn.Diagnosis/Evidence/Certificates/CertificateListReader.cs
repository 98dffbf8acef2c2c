using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Reads certificates as PowerShell lists them: <c>Get-ChildItem Cert:\LocalMachine\My</c>, as a table or with <c>| fl *</c>.</summary>
public sealed class CertificateListReader : IPassageReader
{
    private const int LinesToCommand = 8;

    public string Kind => "cert-listing";

    public int Order => 111;

    public Anchors Anchors { get; } = Anchors.Of("Thumbprint");

    public IEnumerable<Passage> Find(EvidenceText text) => Tables(text).Concat(Lists(text));

    private static IEnumerable<Passage> Tables(EvidenceText text)
    {
        for (var number = 1; number < text.Lines.Length; number++)
        {
            if (text[number].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not ["Thumbprint", "Subject", ..])
                continue;
            var last = number;
            var certificates = ImmutableArray.CreateBuilder<Certificate>();
            for (var below = number + 1; below <= text.Lines.Length; below++)
            {
                var line = text[below].Trim();
                if (line.StartsWith("---", StringComparison.Ordinal))
                    last = below;
                else if (Row(text, below, line) is { } row)
                    (last, _) = (below, Add(certificates, row));
                else
                    break;
            }

            if (certificates.Count == 0)
                continue;
            var (first, place) = Place(text, number);
            yield return Listed(text, first, last, place, certificates.ToImmutable());
            number = last;
        }
    }

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        List<PropertyList> run = [];
        foreach (var list in PropertyList.Find(text).Where(list => list.Value("Thumbprint") is { Length: 40 } && list.Has("Subject")))
        {
            if (run.Count > 0 && list.First > run[^1].Last + LinesToCommand)
            {
                yield return FromLists(text, run);
                run = [];
            }

            run.Add(list);
        }

        if (run.Count > 0)
            yield return FromLists(text, run);
    }

    private static Passage FromLists(EvidenceText text, List<PropertyList> run)
    {
        var dates = new ListedDates(run.SelectMany(list => new[] { list.Value("NotBefore"), list.Value("NotAfter") }).OfType<string>(), "en");
        var (first, place) = Place(text, run[0].First);
        foreach (var list in run)
            place ??= PlaceOf(list.Value("PSParentPath")) ?? PlaceOf(list.Value("PSPath"));
        return Listed(text, first, run[^1].Last, place, [.. run.Select(list => One(text, list, dates))]);
    }

    private static Certificate One(EvidenceText text, PropertyList list, ListedDates dates)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, Locator>(StringComparer.Ordinal);
        foreach (var (name, field) in new[]
        {
            ("Subject", nameof(Certificate.Subject)), ("Issuer", nameof(Certificate.Issuer)), ("NotBefore", nameof(Certificate.NotBefore)),
            ("NotAfter", nameof(Certificate.NotAfter)), ("EnhancedKeyUsageList", nameof(Certificate.Purposes)), ("DnsNameList", nameof(Certificate.DnsNames)),
            ("HasPrivateKey", nameof(Certificate.HasPrivateKey)), ("Thumbprint", nameof(Certificate.Thumbprint)),
        })
        {
            if (list[name] is { } property)
                fields[field] = new Locator.Lines(property.First, property.Last);
        }

        return new(
            text.Cite(list.First, list.Last), list.Value("Subject") ?? "", list.Value("Issuer"), list.Value("SerialNumber")?.ToLowerInvariant(),
            list.Value("Thumbprint")?.ToLowerInvariant(), list.Value("NotBefore") is { } begin ? dates.Read(begin) : null,
            list.Value("NotAfter") is { } end ? dates.Read(end) : null, Purposes(list["EnhancedKeyUsageList"]),
            list["DnsNameList"] is { } names ? [.. names.Items] : null,
            list.Value("HasPrivateKey") is { } key ? key.Equals("True", StringComparison.OrdinalIgnoreCase) : null)
        {
            Fields = fields.ToImmutable(),
        };
    }

    /// <summary>Format-List cuts long lists with dots: such a list says what is in it, not what is not.</summary>
    private static ImmutableArray<string>? Purposes(Property? usages) =>
        usages is null || usages.Value.Contains("...", StringComparison.Ordinal) || usages.Value.Contains('…') ? null : [.. ObjectIdentifiers.InBrackets(usages.Value)];

    private static Certificate? Row(EvidenceText text, int number, string line)
    {
        var blank = line.IndexOf(' ');
        if (blank != 40 || line.AsSpan(0, 40).ContainsAnyExcept("0123456789abcdefABCDEF"))
            return null;
        var subject = line[40..].Trim();
        var column = subject.IndexOf("  ", StringComparison.Ordinal);
        return new(
            text.Cite(number), column < 0 ? subject : subject[..column], null, null, line[..40].ToLowerInvariant(), null, null, null, null, null);
    }

    private static Passage Listed(EvidenceText text, int first, int last, (StoreLocation Location, string Store)? place, ImmutableArray<Certificate> certificates) => new(
        first, last,
        [new StoreListed(text.Cite(first, last), text.Artifact.Host, null, place?.Store ?? "My", place?.Location ?? StoreLocation.Unknown, Complete: false, certificates)],
        certificates.Length);

    /// <summary>The command or the parent path above names the store.</summary>
    private static (int First, (StoreLocation Location, string Store)? Place) Place(EvidenceText text, int number)
    {
        var first = number;
        (StoreLocation Location, string Store)? place = null;
        for (var above = number - 1; above >= Math.Max(1, number - LinesToCommand); above--)
        {
            if (PlaceOf(text[above]) is { } named)
                (first, place) = (above, place ?? named);
            else if (!string.IsNullOrWhiteSpace(text[above]) && !text[above].Contains("PSParentPath", StringComparison.Ordinal))
                break;
        }

        return (first, place);
    }

    /// <summary><c>Cert:\LocalMachine\My</c>, <c>Certificate::CurrentUser\Root</c>.</summary>
    private static (StoreLocation Location, string Store)? PlaceOf(string? path)
    {
        foreach (var location in new[] { StoreLocation.LocalMachine, StoreLocation.CurrentUser })
        {
            var at = path?.IndexOf(location + "\\", StringComparison.OrdinalIgnoreCase) ?? -1;
            if (at < 0)
                continue;
            var store = path![(at + location.ToString().Length + 1)..];
            var end = store.AsSpan().IndexOfAny(" \\|'\")");
            return (location, StoreNames.Canonical(end < 0 ? store.Trim() : store[..end]));
        }

        return null;
    }

    private static bool Add(ImmutableArray<Certificate>.Builder certificates, Certificate row)
    {
        certificates.Add(row);
        return true;
    }
}
