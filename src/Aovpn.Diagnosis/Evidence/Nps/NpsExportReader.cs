using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Profiles;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>
/// Reads what netsh nps export and Export-NpsConfiguration write: network policies with their profiles, and RADIUS clients. The shared
/// secrets in it are neither kept nor cited, and the whole export is claimed so that no other reader sees them.
/// </summary>
public sealed class NpsExportReader : IPassageReader
{
    private const string Service = "<Microsoft_Internet_Authentication_Service";
    private const int MostLinesBefore = 500;

    public string Kind => "nps-export";

    public int Order => 20;

    public Anchors Anchors { get; } = Anchors.Of(Service);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            var at = text[line].IndexOf(Service, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var passage = Read(text, Math.Max(free, line - MostLinesBefore), line, at);
            yield return passage;
            (line, free) = (passage.Last, passage.Last + 1);
        }
    }

    private static Passage Read(EvidenceText text, int earliest, int line, int at)
    {
        var first = line;
        for (var before = line; before >= earliest; before--)
        {
            if (!text[before].Contains("<Root", StringComparison.OrdinalIgnoreCase))
                continue;
            first = before > earliest && text[before - 1].Contains("<?xml", StringComparison.OrdinalIgnoreCase) ? before - 1 : before;
            break;
        }

        var last = line;
        while (last < text.Lines.Length && !text[last].Contains("</Root>", StringComparison.OrdinalIgnoreCase))
            last++;

        var mapped = MappedText.Of(text, line, last).From(at);
        var scanner = new MarkupScanner(mapped.Text);
        if (scanner.Scan(0) is not { } service)
            return new(first, last, []);

        var host = Host.NpsServer.Or(text.Artifact.Host.Role is HostRole.NpsServer ? text.Artifact.Host : Host.Unknown);
        var export = new NpsExport(text, mapped, host);
        var seen = ImmutableArray.CreateBuilder<Observation>();
        seen.AddRange(export.Policies(service));
        var records = seen.Count;
        if (export.Clients(service) is { } clients)
        {
            seen.Add(clients);
            records += clients.Addresses.Length;
        }

        if (scanner.LeftOpen is { } open)
        {
            seen.Add(new Unreadable(text.Cite(mapped.LineAt(open.Offset)), Message.Of(
                $"this export of NPS breaks off: <{Hole.Plain(open.Name)}> is never closed; policies that are whole were read; export it again: netsh nps export filename=\"C:\\nps.xml\" exportPSK=NO")));
        }

        return new(first, last, seen.ToImmutable(), Math.Max(records, 1));
    }
}
