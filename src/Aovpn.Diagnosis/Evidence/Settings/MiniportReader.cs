using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>
/// Reads the state of the WAN Miniports: Get-PnpDevice as a table and as lists, <c>pnputil /enum-devices</c> in any language (labels are translated, instance
/// ids and the names of problems are not), and Device Manager's sentence that ends with the problem's code. Other devices are read over.
/// </summary>
/// <remarks>Device Manager's word for code and the miniports' name in other languages than English and German are unverified.</remarks>
public sealed class MiniportReader : IPassageReader
{
    private const string Instance = @"MSRRAS\";
    private const string ProblemName = "CM_PROB_";
    private const int LinesOfDevice = 16;
    private const int LinesBetween = 3;

    private static readonly string[] Names = ["Miniport", "Minipuerto", "Мини-порт"];

    private static readonly string[] CodeWords = ["(Code ", "(Código ", "(codice ", "(Codice ", "(Код ", "(コード ", "(代码 "];

    public string Kind => "wan-miniports";

    public int Order => 137;

    public Anchors Anchors { get; } = Anchors.Of([Instance, .. Names]);

    public IEnumerable<Passage> Find(EvidenceText text) => Tables(text).Concat(Lists(text)).Concat(Blocks(text)).Concat(Sentences(text));

    private static IEnumerable<Passage> Tables(EvidenceText text)
    {
        foreach (var table in ListedTable.Find(text))
        {
            var (status, name, id) = (table.Column("Status"), table.Column("FriendlyName", "Name"), table.Column("InstanceId"));
            if (status < 0 || name < 0)
                continue;
            ImmutableArray<Device> devices =
            [
                .. from row in table.Rows
                   let whole = row[id] is { } cell && cell.StartsWith("SWD", StringComparison.OrdinalIgnoreCase) && !cell.EndsWith('…') && !cell.EndsWith("...", StringComparison.Ordinal) ? cell : null
                   let device = new Device(text.Cite(row.Line), row[name] ?? "", whole, Works(row[status]), null)
                   where IsMiniport(device)
                   select device,
            ];
            if (!devices.IsEmpty)
                yield return new(table.First, table.Last, [Listed(text, table.First, table.Last, devices)], devices.Length);
        }
    }

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        List<(PropertyList List, Device Device)> run = [];
        foreach (var list in PropertyList.Find(text))
        {
            if (!list.Has("FriendlyName") || (list["Status"] ?? list["InstanceId"]) is null)
                continue;
            var problem = Problem(list.Value("Problem") ?? list.Value("ConfigManagerErrorCode"));
            var device = new Device(text.Cite(list.First, list.Last), list.Value("FriendlyName") ?? "", list.Value("InstanceId"), problem > 0 ? false : Works(list.Value("Status")), problem);
            if (!IsMiniport(device))
                continue;
            if (run.Count > 0 && list.First > run[^1].List.Last + LinesBetween)
            {
                yield return Passage();
                run = [];
            }

            run.Add((list, device));
        }

        if (run.Count > 0)
            yield return Passage();

        Passage Passage()
        {
            var (first, last) = (run[0].List.First, run[^1].List.Last);
            return new(first, last, [Listed(text, first, last, [.. run.Select(one => one.Device)])], run.Count);
        }
    }

    /// <summary>pnputil: a block of labelled lines whose first holds the instance id, the next the name.</summary>
    private static IEnumerable<Passage> Blocks(EvidenceText text)
    {
        List<Device> run = [];
        var (first, last) = (0, 0);
        for (var line = 1; line < text.Lines.Length; line++)
        {
            if (Value(text[line]) is not { } id || !id.StartsWith("SWD\\" + Instance, StringComparison.OrdinalIgnoreCase) || text[line].Contains(" :", StringComparison.Ordinal) || Value(text[line + 1]) is not { } name)
                continue;
            var (end, told, problem) = (line, line, (int?)null);
            while (end < text.Lines.Length && end - line < LinesOfDevice && !string.IsNullOrWhiteSpace(text[end + 1]) && text[end + 1].Contains(':', StringComparison.Ordinal))
            {
                end++;
                if (problem is null && Problem(Value(text[end])) is { } number)
                    (told, problem) = (end, number);
            }

            bool? works = problem is not null ? false : Enumerable.Range(line, end - line + 1).Any(at => Value(text[at]) is "Started" or "Gestartet") ? true : null;
            if (run.Count > 0 && line > last + LinesBetween)
            {
                yield return new(first, last, [Listed(text, first, last, [.. run])], run.Count);
                run = [];
            }

            if (run.Count == 0)
                first = line;
            run.Add(new(text.Cite(told), name, id, works, problem));
            (last, line) = (end, end);
        }

        if (run.Count > 0)
            yield return new(first, last, [Listed(text, first, last, [.. run])], run.Count);
    }

    /// <summary>The miniport's name on a line of its own and, below, the sentence of Device Manager: This device cannot start. (Code 10)</summary>
    private static IEnumerable<Passage> Sentences(EvidenceText text)
    {
        for (var line = 1; line < text.Lines.Length; line++)
        {
            var name = text[line].Trim();
            if (name.Length > 60 || !name.EndsWith(')') || !Array.Exists(Names, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            for (var below = line + 1; below <= Math.Min(text.Lines.Length, line + LinesOfDevice / 2); below++)
            {
                if (Code(text[below]) is not { } code)
                    continue;
                yield return new(line, below, [new DevicesListed(text.Cite(line, below), About(text), [new(text.Cite(line, below), name, null, false, code)], IsList: false)]);
                line = below;
                break;
            }
        }
    }

    private static int? Code(string line)
    {
        foreach (var word in CodeWords)
        {
            var at = line.Length > 400 ? -1 : line.LastIndexOf(word, StringComparison.Ordinal);
            var end = at < 0 ? -1 : line.IndexOf(')', at);
            if (end > 0 && line.Length - end < 4 && int.TryParse(line.AsSpan(at + word.Length, end - at - word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 100)
                return code;
        }

        return null;
    }

    private static DevicesListed Listed(EvidenceText text, int first, int last, ImmutableArray<Device> devices) => new(text.Cite(first, last), About(text), devices, devices.Length > 1);

    private static bool IsMiniport(Device device) =>
        device.InstanceId?.Contains(Instance, StringComparison.OrdinalIgnoreCase) is true || Array.Exists(Names, word => device.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string? Value(string line)
    {
        var colon = line.Length > 400 ? -1 : line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 60 && line[(colon + 1)..].Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary><c>31 (0x1F) [CM_PROB_FAILED_ADD]</c>, <c>CM_PROB_NONE</c>, <c>0</c>; null for a name whose number is not known.</summary>
    private static int? Problem(string? value)
    {
        if (value is null || !value.Contains(ProblemName, StringComparison.Ordinal) && !value.All(char.IsAsciiDigit) || value.Contains(ProblemName + "NONE", StringComparison.Ordinal))
            return null;
        var digits = value.Length - value.AsSpan().TrimStart("0123456789").Length;
        return int.TryParse(value.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number is > 0 and < 100 ? number : null
            : KnownProblem(value);
    }

    /// <summary>Numbers of cfg.h for names that PowerShell shows without them.</summary>
    private static int? KnownProblem(string name) => name switch
    {
        "CM_PROB_NOT_CONFIGURED" => 1,
        "CM_PROB_FAILED_START" => 10,
        "CM_PROB_NEED_RESTART" => 14,
        "CM_PROB_REINSTALL" => 18,
        "CM_PROB_REGISTRY" => 19,
        "CM_PROB_DISABLED" => 22,
        "CM_PROB_DEVICE_NOT_THERE" => 24,
        "CM_PROB_FAILED_INSTALL" => 28,
        "CM_PROB_FAILED_ADD" => 31,
        "CM_PROB_FAILED_DRIVER_ENTRY" => 37,
        "CM_PROB_DRIVER_FAILED_LOAD" => 39,
        "CM_PROB_FAILED_POST_START" => 43,
        "CM_PROB_UNSIGNED_DRIVER" => 52,
        _ => null,
    };

    private static bool? Works(string? status) => status switch { "OK" => true, "Error" or "Degraded" => false, _ => null };

    private static Host About(EvidenceText text) => text.Artifact.Host.Role is HostRole.Unknown ? Host.Client.Or(text.Artifact.Host) : text.Artifact.Host;
}
