using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>
/// Reads systeminfo and Get-ComputerInfo. systeminfo is translated: what is read is told by its form, a name that begins with Microsoft
/// Windows above a version that ends with its build.
/// </summary>
public sealed class WindowsReader : IPassageReader
{
    private const int MostLines = 80;
    private const string Workgroup = "WORKGROUP";

    /// <summary>The label of the domain by language of Windows; all but English are unverified.</summary>
    private static readonly string[] DomainLabels = ["Domain", "Domäne", "Domaine", "Dominio", "Domínio", "Домен", "ドメイン", "域"];

    private static readonly string[] Names = ["OsBuildNumber", "WindowsEditionId", "OsName", "CsPartOfDomain", "WindowsProductName", "OsVersion", "OsOperatingSystemSKU"];

    public string Kind => "windows-version";

    public int Order => 134;

    public Anchors Anchors { get; } = Anchors.Of(["Microsoft Windows", .. Names]);

    public IEnumerable<Passage> Find(EvidenceText text) => Lists(text).Concat(SystemInfo(text));

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        foreach (var list in PropertyList.Find(text))
        {
            if (Names.Count(name => list[name] is not null) < 2)
                continue;
            var edition = list["WindowsEditionId"] ?? list["OsName"] ?? list["WindowsProductName"];
            var seen = new WindowsSeen(
                text.Cite(list.First, list.Last), About(text), edition?.Value, Build(list.Value("OsBuildNumber") ?? list.Value("OsVersion")),
                list.Value("CsPartOfDomain") switch { "True" => true, "False" => false, _ => null })
            {
                Fields = Places(
                    (nameof(WindowsSeen.Edition), edition?.First), (nameof(WindowsSeen.Build), (list["OsBuildNumber"] ?? list["OsVersion"])?.First),
                    (nameof(WindowsSeen.DomainJoined), list["CsPartOfDomain"]?.First)),
            };
            yield return new(list.First, list.Last, [seen]);
        }
    }

    private static IEnumerable<Passage> SystemInfo(EvidenceText text)
    {
        for (var line = 2; line <= text.Lines.Length; line++)
        {
            if (Value(text[line - 1]) is not { } name || !name.StartsWith("Microsoft Windows", StringComparison.Ordinal) || Value(text[line]) is not { } version || Build(version) is not { } build)
                continue;
            var (first, last) = (line - 1, line);
            while (first > 1 && Value(text[first - 1]) is not null)
                first--;
            (int Line, bool Joined)? domain = null;
            for (; last < text.Lines.Length && last - line < MostLines && !string.IsNullOrWhiteSpace(text[last + 1]); last++)
            {
                var colon = text[last + 1].IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && Value(text[last + 1]) is { } named && Array.Exists(DomainLabels, label => text[last + 1].AsSpan(0, colon).Trim().Equals(label, StringComparison.OrdinalIgnoreCase)))
                    domain = (last + 1, !named.Equals(Workgroup, StringComparison.OrdinalIgnoreCase));
            }

            var seen = new WindowsSeen(text.Cite(first, last), About(text), name, build, domain?.Joined)
            {
                Fields = Places((nameof(WindowsSeen.Edition), line - 1), (nameof(WindowsSeen.Build), line), (nameof(WindowsSeen.DomainJoined), domain?.Line)),
            };
            yield return new(first, last, [seen]);
            line = last + 1;
        }
    }

    private static Host About(EvidenceText text) => text.Artifact.Host;

    private static string? Value(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and < 60 && line.Length < 1000 && line.Length > colon + 2 && line[colon + 1] == ' ' ? line[(colon + 1)..].Trim() : null;
    }

    /// <summary>22631 alone, 10.0.22631, or 10.0.22631 N/A Build 22631.</summary>
    private static int? Build(string? version)
    {
        var word = version?.Split(' ')[0];
        var last = word?.Split('.')[^1];
        return (word?.StartsWith("10.0.", StringComparison.Ordinal) is true || word?.StartsWith("6.", StringComparison.Ordinal) is true || word == last)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var build) && build is > 2000 and < 1_000_000 ? build : null;
    }

    private static ImmutableDictionary<string, Locator> Places(params ReadOnlySpan<(string Field, int? Line)> names)
    {
        var places = ImmutableDictionary.CreateBuilder<string, Locator>();
        foreach (var (field, line) in names)
        {
            if (line is { } at)
                places[field] = new Locator.Lines(at);
        }

        return places.ToImmutable();
    }
}
