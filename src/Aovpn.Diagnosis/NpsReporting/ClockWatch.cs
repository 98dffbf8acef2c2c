using System.Collections.Immutable;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Watches the clocks that a log shows.</summary>
internal sealed class ClockWatch
{
    private const int MostNotes = 1_000;

    /// <summary>NPS writes records of one second in any order.</summary>
    private static readonly TimeSpan Jitter = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(NpsClockNoteKind Kind, string Whose, TimeSpan Offset), NpsClockNote> _notes = [];
    private readonly Dictionary<string, DateTime> _last = [];

    /// <summary>Another log begins: it may be older.</summary>
    public void Begin() => _last.Clear();

    public void Take(NpsFacts record, string? client)
    {
        if (record.Time is not { } time)
            return;
        var server = record.Server ?? "";
        if (record.NamesUtc && record.Offset is { } offset)
            Note(NpsClockNoteKind.OffsetFromUtc, server, offset, offset, time);
        if (record.NamesUtc && record.Offset is null)
            Note(NpsClockNoteKind.ClientDiffers, client ?? "", default, default, time);

        if (_last.TryGetValue(server, out var last) && last - time > Jitter)
            Note(NpsClockNoteKind.GoesBack, server, default, last - time, time);
        if (_last.Count < MostNotes || _last.ContainsKey(server))
            _last[server] = time;
    }

    public ImmutableArray<NpsClockNote> All() => [.. _notes.Values.OrderBy(note => note.Kind).ThenBy(note => note.Whose, StringComparer.Ordinal).ThenBy(note => note.First)];

    private void Note(NpsClockNoteKind kind, string whose, TimeSpan key, TimeSpan by, DateTime at)
    {
        if (_notes.TryGetValue((kind, whose, key), out var note))
            _notes[(kind, whose, key)] = note with { Count = note.Count + 1, By = by > note.By && kind is NpsClockNoteKind.GoesBack ? by : note.By, First = at < note.First ? at : note.First };
        else if (_notes.Count < MostNotes)
            _notes[(kind, whose, key)] = new(kind, whose.Length == 0 ? null : whose, by, 1, at);
    }
}
