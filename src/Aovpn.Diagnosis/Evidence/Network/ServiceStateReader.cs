using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Reads the state of services: <c>sc query</c>, <c>sc qc</c> and <c>sc qsidtype</c>, the table and the list of Get-Service.</summary>
public sealed class ServiceStateReader : IPassageReader
{
    private const int LinesOfService = 14;

    public string Kind => "service-state";

    public int Order => 130;

    public Anchors Anchors { get; } = Anchors.Of("SERVICE_NAME", "Status");

    public IEnumerable<Passage> Find(EvidenceText text) =>
        Queries(text).Concat(Tables(text)).Concat(Lists(text));

    /// <summary>SERVICE_NAME above STATE : 4 RUNNING or START_TYPE : 4 DISABLED; the figures are the same in every language.</summary>
    private static IEnumerable<Passage> Queries(EvidenceText text)
    {
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            if (Pair(text[number]) is not ("SERVICE_NAME", { Length: > 0 } service))
                continue;
            if (number < text.Lines.Length && Pair(text[number + 1]) is ("SERVICE_SID_TYPE", { Length: > 0 } type))
            {
                yield return new(number, number + 1, [new ServiceIdentitySeen(text.Cite(number + 1), text.Artifact.Host, service, type)]);
                number++;
                continue;
            }

            bool? running = null, disabled = null;
            var places = ImmutableDictionary<string, Locator>.Empty;
            var last = number;
            for (var below = number + 1; below <= Math.Min(text.Lines.Length, number + LinesOfService); below++)
            {
                if (string.IsNullOrWhiteSpace(text[below]) || !char.IsWhiteSpace(text[below][0]))
                    break;
                last = below;
                var (name, value) = Pair(text[below]) ?? ("", "");
                if (name is "STATE" or "STATUS" or "ETAT" or "ESTADO" or "STATO")
                {
                    running = value.StartsWith('4') ? true : value.StartsWith('1') ? false : running;
                    places = places.SetItem(nameof(ServiceSeen.Running), new Locator.Lines(below));
                }
                else if (name.StartsWith("START_", StringComparison.Ordinal) || name == "STARTTYP")
                {
                    disabled = value.StartsWith('4');
                    places = places.SetItem(nameof(ServiceSeen.Disabled), new Locator.Lines(below));
                }
            }

            if (running is null && disabled is null)
                continue;
            yield return new(number, last, [new ServiceSeen(text.Cite(number, last), text.Artifact.Host, null, service, running, disabled) { Fields = places }]);
            number = last;
        }
    }

    private static IEnumerable<Passage> Tables(EvidenceText text)
    {
        for (var number = 1; number < text.Lines.Length; number++)
        {
            var columns = text[number].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (columns is not ["Status", "Name", ..] || !text[number + 1].TrimStart().StartsWith("---", StringComparison.Ordinal))
                continue;

            var last = number + 1;
            var services = new List<ServiceSeen>();
            var startType = Array.IndexOf(columns, "StartType");
            for (; last < text.Lines.Length && text[last + 1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var status, var name, ..] words; last++)
            {
                if (Running(status) is not { } running)
                    break;
                bool? disabled = startType == 2 && words.Length > 2 ? words[2] == "Disabled" : null;
                services.Add(new(text.Cite(last + 1), text.Artifact.Host, null, name, running, disabled));
            }

            if (services.Count > 0)
                yield return new(number, last, [.. services], services.Count);
            number = last;
        }
    }

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        foreach (var list in PropertyList.Find(text))
        {
            if ((list.Value("Name") ?? list.Value("ServiceName")) is not { } name || !(list.Has("Status", "ServiceType") || list.Has("Status", "StartType")))
                continue;
            bool? disabled = list.Value("StartType") is { } start ? start == "Disabled" : null;
            yield return new(
                list.First, list.Last,
                [new ServiceSeen(text.Cite(list.First, list.Last), text.Artifact.Host, null, name, list.Value("Status") is { } status ? Running(status) : null, disabled)]);
        }
    }

    private static bool? Running(string status) => status switch
    {
        "Running" or "StartPending" or "ContinuePending" => true,
        "Stopped" or "StopPending" or "Paused" or "PausePending" => false,
        _ => null,
    };

    private static (string Name, string Value)? Pair(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 60 ? (line[..colon].Trim(), line[(colon + 1)..].Trim()) : null;
    }
}
