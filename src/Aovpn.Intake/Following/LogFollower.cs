using System.Collections.Immutable;

namespace Aovpn.Intake.Following;

/// <summary>
/// Reads logs on while they are written, rolled, renamed, copied, truncated and deleted. A log is known by what was read of it
/// (<see cref="LogMark"/>): where its name holds something else now, it is looked for under other names and read to its end there.
/// </summary>
/// <param name="state">Where an earlier run ended; null for a first run.</param>
/// <param name="fromBeginning">Whether a first run reads what is there already.</param>
public sealed class LogFollower(ImmutableArray<FollowTarget> targets, FollowState? state, bool fromBeginning, TimeProvider clock)
{
    private const int MostGone = 256;

    /// <summary>What has not changed for this time is not in the middle of being written or copied.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, FollowedLog> _logs = (state?.Logs ?? []).Where(log => targets.Any(target => target.Folder == Path.GetDirectoryName(log.Path))).ToDictionary(log => log.Path);
    private readonly List<FollowedLog> _gone = [.. state?.Gone ?? []];
    private readonly Dictionary<string, (long Length, DateTime Changed)?> _stats = [];
    private readonly Dictionary<string, (long Length, long Since)> _waiting = [];
    private bool _isFirst = state is null;
    private string? _newest;

    public ImmutableArray<FollowedLog> Logs => [.. _logs.Values];

    public ImmutableArray<FollowedLog> Gone => [.. _gone];

    /// <summary>Everything that is new now, piece by piece. Once a piece is handed out, <see cref="Logs"/> counts it as read.</summary>
    public IEnumerable<FollowedPiece> Poll()
    {
        // A share that is out of reach has not lost its logs.
        if (!targets.All(target => Directory.Exists(target.Folder)))
            yield break;
        var (changed, unknown) = Recognize();
        foreach (var piece in changed.SelectMany(Read))
            yield return piece;

        // One after the other: the second may be a copy of the first.
        foreach (var path in unknown)
        {
            if (Came(path) is not { } log)
                continue;
            _logs[path] = log;
            _waiting.Remove(path);
            foreach (var piece in Read(path))
                yield return piece;
        }

        _isFirst = false;
    }

    private IEnumerable<FollowedPiece> Read(string path)
    {
        while (_logs.TryGetValue(path, out var log) && LogReading.Next(log, length => IsLeft(path, length)) is { } piece)
        {
            _logs[path] = piece.Log;
            _waiting.Remove(path);
            _newest = path;
            yield return piece;
        }
    }

    /// <summary>Finds out which log is which.</summary>
    /// <returns>The logs that may hold something new, and the names that are new.</returns>
    private (string[] Changed, string[] Unknown) Recognize()
    {
        string[] present = [.. targets.SelectMany(target => target.Present()).Distinct()];
        var changed = _logs.Keys.Concat(present).ToHashSet();
        changed.RemoveWhere(path => WatchedFile.Stat(path) is { } now && _stats.GetValueOrDefault(path) == now && !_waiting.ContainsKey(path));
        foreach (var path in changed)
            _stats[path] = WatchedFile.Stat(path);

        var orphans = _logs.Values.Where(log => changed.Contains(log.Path) && log.Mark.Offset > 0 && !WatchedFile.Holds(log.Path, log.Mark)).ToList();
        foreach (var left in orphans.Concat(_logs.Values.Where(log => log.Mark.Offset == 0 && _stats.GetValueOrDefault(log.Path) is null)).ToArray())
            _logs.Remove(left.Path);
        foreach (var orphan in orphans.Where(orphan => !MoveOn(orphan, changed)))
            Forget(orphan);
        return ([.. changed.Where(_logs.ContainsKey).Order(StringComparer.Ordinal)], [.. present.Where(path => !_logs.ContainsKey(path))]);
    }

    /// <summary>Looks for a log that is no longer under its name.</summary>
    private bool MoveOn(FollowedLog orphan, HashSet<string> changed)
    {
        if (!orphan.HasText)
            return false;
        var folder = Path.GetDirectoryName(orphan.Path);
        var found = targets.Where(target => target.Folder == folder).SelectMany(target => target.Neighbours()).Distinct()
            .Where(path => !_logs.ContainsKey(path) && WatchedFile.Holds(path, orphan.Mark))
            .MaxBy(path => WatchedFile.Stat(path)?.Length); // Of several copies, the one that was made last.
        if (found is null)
            return false;
        _logs[found] = orphan with { Path = found };
        changed.Add(found);
        return true;
    }

    private void Forget(FollowedLog log)
    {
        _stats.Remove(log.Path);
        _waiting.Remove(log.Path);
        if (!log.HasText)
            return;
        _gone.Add(log);
        if (_gone.Count > MostGone)
            _gone.RemoveAt(0);
    }

    /// <summary>A name that is not known, or that holds another log now.</summary>
    /// <returns>Null while it cannot be told what it is.</returns>
    private FollowedLog? Came(string path)
    {
        if (_gone.FirstOrDefault(log => WatchedFile.Holds(path, log.Mark)) is { } known)
        {
            _gone.Remove(known);
            return known with { Path = path };
        }

        if (_isFirst && !fromBeginning)
            return LogReading.AtEnd(path);
        return _logs.Values.FirstOrDefault(log => log.HasText && LogCopy.IsOne(path, log)) is { } original ? Copy(path, original) : FollowedLog.AtBeginning(path);
    }

    /// <summary>What a log and its copy both hold is read once. A copy is only judged when it is complete.</summary>
    private FollowedLog? Copy(string path, FollowedLog original)
    {
        if (WatchedFile.Stat(path) is not { } stat || !(clock.GetUtcNow().UtcDateTime - stat.Changed >= Patience || HasRested(path, stat.Length)) || WatchedFile.Stat(original.Path) is not { } source)
            return null;
        if (stat.Length > original.Mark.Offset)
            return source.Length > original.Mark.Offset ? null : original with { Path = path };
        return LogCopy.AsRead(path);
    }

    /// <summary>Whether a log ends in the middle of a line for good: another was written behind it, and it has not grown for a while.</summary>
    private bool IsLeft(string path, long length) => HasRested(path, length) && _newest is not null && _newest != path;

    private bool HasRested(string path, long length)
    {
        if (_waiting.TryGetValue(path, out var seen) && seen.Length == length)
            return clock.GetElapsedTime(seen.Since) >= Patience;
        _waiting[path] = (length, clock.GetTimestamp());
        return false;
    }
}
