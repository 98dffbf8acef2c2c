using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Transcripts;

namespace Aovpn.Probes;

/// <summary>
/// What a probe did and saw, in order; an artifact like any other, so that a live run is an offline run whose evidence was recorded a second ago.
/// Silence is an entry too. Safe for many sessions at once. Nobody hands it a secret.
/// </summary>
/// <param name="clock">The front door's clock.</param>
public sealed class Transcript(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<TranscriptEntry> _entries = [];
    private readonly Dictionary<string, int> _sessions = [];

    /// <summary>What was written so far.</summary>
    public ImmutableArray<TranscriptEntry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    /// <returns>A name of its own for another exchange of this family: <c>radius/1</c>, <c>radius/2</c>.</returns>
    public string NewSession(string family)
    {
        lock (_lock)
        {
            _sessions[family] = _sessions.GetValueOrDefault(family) + 1;
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{family}/{_sessions[family]}");
        }
    }

    /// <param name="session">As <see cref="NewSession"/> named it.</param>
    /// <param name="happened">Family and event: <c>radius.silence</c>.</param>
    /// <param name="endpoint">Address and port of the other side; null where there is none.</param>
    /// <param name="data">The rest; entries without a value are left out.</param>
    public void Add(string session, string happened, string? endpoint, params ReadOnlySpan<(string Name, string? Value)> data)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
        {
            if (value is not null)
                all[name] = value;
        }

        lock (_lock)
            _entries.Add(new(clock.GetUtcNow(), session, happened, endpoint, all.ToImmutable()));
    }

    /// <summary>Header and lines, each ended by a line feed.</summary>
    public void Save(TextWriter writer)
    {
        writer.Write(TranscriptFormat.Header + "\n");
        foreach (var entry in Entries)
            writer.Write(TranscriptFormat.Line(entry) + "\n");
    }
}
