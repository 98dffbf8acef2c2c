using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>A few lines about a record of an event log: what it is, and its data. The record is read again at its place.</summary>
internal static class EventExcerpts
{
    private const int DataShown = 5;

    private static readonly string[] Telling = ["Reason", "Result", "Error", "User", "Policy"];

    public static void Cut(Func<Stream> reopen, IEnumerable<Citation> citations, List<(Citation, ImmutableArray<string>)> found)
    {
        var wanted = citations.Where(one => one.Locator is Locator.EventRecord { Offset: not null }).ToArray();
        if (wanted.Length == 0)
            return;
        using var log = reopen();
        if (log.CanSeek)
        {
            foreach (var citation in wanted)
            {
                if (EvtxFile.ReadAt(log, ((Locator.EventRecord)citation.Locator).Offset!.Value) is { } record)
                    found.Add((citation, Lines(record)));
            }

            return;
        }

        // Out of an archive: once through, and no further than the last one that is wanted.
        var places = wanted.ToLookup(one => ((Locator.EventRecord)one.Locator).Offset!.Value);
        var last = places.Max(group => group.Key);
        foreach (var record in EvtxFile.Read(log))
        {
            foreach (var citation in places[record.Offset])
                found.Add((citation, Lines(record)));
            if (record.Offset >= last)
                break;
        }
    }

    /// <summary><c>2026-11-20 09:15:03Z RasClient 20227 on PC1.corp.example</c>, and the data, each name with its value.</summary>
    private static ImmutableArray<string> Lines(EvtxRecord record)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var time = record.Time?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        lines.Add(string.Join(' ', new[] { time, record.Provider, record.EventId?.ToString(CultureInfo.InvariantCulture), "on", record[EvtxField.Computer] }.Where(part => part is { Length: > 0 })));
        if (record.ToElement() is { } root)
            lines.AddRange(Data(root.Child("EventData") ?? root.Child("UserData")));
        return lines.ToImmutable();
    }

    /// <summary>Unnamed data on one line; of named data those that say who and why first.</summary>
    private static IEnumerable<string> Data(EvtxElement? data)
    {
        var leaves = Leaves(data).ToArray();
        var unnamed = string.Join(" | ", leaves.Where(leaf => leaf.Name is null).Select(leaf => leaf.Text));
        var named = leaves.Where(leaf => leaf.Name is not null).OrderByDescending(leaf => Telling.Any(word => leaf.Name!.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return named.Select(leaf => $"{leaf.Name}: {leaf.Text}").Prepend(unnamed).Where(line => line.Length > 0).Take(DataShown);
    }

    private static IEnumerable<(string? Name, string Text)> Leaves(EvtxElement? data)
    {
        if (data is null)
            yield break;
        foreach (var child in data.Children)
        {
            var name = child.Attribute("Name") ?? (child.Name == "Data" ? null : child.Name);
            var text = child.Text.ReplaceLineEndings(" ").Trim();
            if (text is not ("" or "-"))
                yield return (name, text);
            else if (child.Name != "Data" && child.Attributes.Count > 0)
                yield return (name, string.Join(", ", child.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}")));
            foreach (var deeper in Leaves(child))
                yield return deeper;
        }
    }
}
