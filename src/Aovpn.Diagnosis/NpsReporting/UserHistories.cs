using Aovpn.Diagnosis.Correlation;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Refusals and the last success of every user, exactly up to <see cref="MostUsers"/>; an account is one user in whatever form its name is written.</summary>
internal sealed class UserHistories
{
    private const int MostUsers = 1_000_000;

    private readonly Dictionary<string, History> _byAccount = [];
    private long _sequence, _refusals;

    public void Refused(string? name, DateTime? time)
    {
        _refusals++;
        if (Of(name) is not { } user)
            return;
        user.Refusals++;
        user.Seen.Add(time);
        user.LastRefusal = Later(user.LastRefusal, time);
    }

    public void Accepted(string? name, DateTime? time)
    {
        if (Of(name) is { } user)
            user.LastSuccess = Later(user.LastSuccess, time);
    }

    public RefusedUsers All(int most)
    {
        var refused = _byAccount.Values.Where(user => user.Refusals > 0).ToList();
        var rows = refused.OrderByDescending(user => user.Refusals).ThenBy(user => user.Name, StringComparer.OrdinalIgnoreCase).Take(most)
            .Select(user => new RefusedUser(user.Name, user.Refusals, user.Seen.First, user.Seen.Last, user.WorksAgain ? user.LastSuccess.Time : null, user.WorksAgain));
        var listed = rows.Sum(row => row.Count);
        return new([.. rows], refused.Count, refused.Count(user => user.WorksAgain), _refusals - listed);
    }

    /// <summary>Null for a record without a name, and for new names beyond the bound.</summary>
    private History? Of(string? name)
    {
        if (name is null)
            return null;
        var account = UserIdentity.Account(name);
        if (_byAccount.TryGetValue(account, out var known))
            return known;
        if (_byAccount.Count >= MostUsers)
            return null;
        return _byAccount[account] = new(name);
    }

    /// <summary>Logs of two servers are read one after the other: times decide, and the order of reading only where they are the same or missing.</summary>
    private Moment Later(Moment before, DateTime? time)
    {
        var now = new Moment(time, ++_sequence);
        return now.IsAfter(before) ? now : before;
    }

    private readonly record struct Moment(DateTime? Time, long Sequence)
    {
        public bool IsAfter(Moment other) =>
            Time is { } mine && other.Time is { } others && mine != others ? mine > others : Sequence > other.Sequence;
    }

    private sealed class History(string name)
    {
        public string Name => name;

        public long Refusals { get; set; }

        public SeenRange Seen { get; } = new();

        public Moment LastRefusal { get; set; }

        public Moment LastSuccess { get; set; }

        public bool WorksAgain => LastSuccess.Sequence > 0 && LastSuccess.IsAfter(LastRefusal);
    }
}
