using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>
/// Reads the state of the TPM: the list of Get-Tpm, and <c>tpmtool getdeviceinformation</c>, whose lines begin with a dash. Whether tpmtool is translated
/// is not known; its English labels are read.
/// </summary>
public sealed class TpmReader : IPassageReader
{
    private const string FirstOfTool = "TPM Present";
    private const int MostLines = 60;

    public string Kind => "tpm";

    public int Order => 136;

    public Anchors Anchors { get; } = Anchors.Of("TpmPresent", FirstOfTool);

    public IEnumerable<Passage> Find(EvidenceText text) => Lists(text).Concat(Tool(text)).OrderBy(passage => passage.First);

    private static IEnumerable<Passage> Lists(EvidenceText text) =>
        from list in PropertyList.Find(text)
        let present = Flag(list.Value("TpmPresent"))
        where present is not null
        select new Passage(list.First, list.Last,
        [
            new TpmSeen(
                text.Cite(list.First, list.Last), About(text), present, Flag(list.Value("TpmReady")), null, list.Value("ManufacturerIdTxt")?.Trim('\0', ' '),
                list.Value("ManufacturerVersionFull20") ?? list.Value("ManufacturerVersion"))
            {
                Fields = ImmutableDictionary.CreateRange(
                    from field in new[] { (nameof(TpmSeen.Present), "TpmPresent"), (nameof(TpmSeen.Ready), "TpmReady"), (nameof(TpmSeen.Firmware), "ManufacturerVersion") }
                    let property = list[field.Item2]
                    where property is not null
                    select KeyValuePair.Create(field.Item1, (Locator)new Locator.Lines(property.First, property.Last))),
            },
        ]);

    private static IEnumerable<Passage> Tool(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (Pair(text[line]) is not (FirstOfTool, var present) || Flag(present) is not { } isPresent)
                continue;
            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            var places = ImmutableDictionary.CreateBuilder<string, Locator>();
            var last = line;
            for (var below = line; below <= text.Lines.Length && below - line < MostLines && Pair(text[below]) is var (label, value); below++)
            {
                if (!values.TryAdd(label, value))
                    break;
                last = below;
                if (FieldOf(label) is { } field)
                    places[field] = new Locator.Lines(below);
            }

            yield return new(line, last,
            [
                new TpmSeen(
                    text.Cite(line, last), About(text), isPresent, Flag(values.GetValueOrDefault("Is Initialized")), values.GetValueOrDefault("TPM Version"), values.GetValueOrDefault("TPM Manufacturer ID"),
                    values.GetValueOrDefault("TPM Manufacturer Version")) { Fields = places.ToImmutable() },
            ]);
            line = last;
        }
    }

    private static string? FieldOf(string label) => label switch
    {
        FirstOfTool => nameof(TpmSeen.Present),
        "Is Initialized" => nameof(TpmSeen.Ready),
        "TPM Version" => nameof(TpmSeen.Version),
        "TPM Manufacturer ID" => nameof(TpmSeen.Manufacturer),
        "TPM Manufacturer Version" => nameof(TpmSeen.Firmware),
        _ => null,
    };

    /// <summary><c>-TPM Present: True</c>; what is subordinate is indented.</summary>
    private static (string Label, string Value)? Pair(string line)
    {
        var text = line.AsSpan().Trim();
        var colon = text.IndexOf(':');
        return text.StartsWith("-") && colon is > 1 and < 60 ? (text[1..colon].Trim().ToString(), text[(colon + 1)..].Trim().ToString()) : null;
    }

    private static bool? Flag(string? value) => value?.ToUpperInvariant() switch { "TRUE" => true, "FALSE" => false, _ => null };

    private static Host About(EvidenceText text) => text.Artifact.Host.Role is HostRole.Unknown ? Host.Client.Or(text.Artifact.Host) : text.Artifact.Host;
}
