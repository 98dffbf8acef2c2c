using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Evidence.Nps;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Counts the entries of NPS logs, one pass, no observations. Memory grows with users and open sessions only, each up to a million.</summary>
public sealed class NpsReportBuilder(NpsReportFilter filter)
{
    private const int MostRows = 20;

    private readonly List<string> _files = [];
    private readonly Dictionary<NpsDamageReason, NpsDamageCount> _damaged = [];
    private readonly PendingRequests _pending = new();
    private readonly TrafficCount _vpn = new(), _others = new();
    private readonly RefusalReasons _reasons = new(), _otherReasons = new();
    private readonly RefusalCounter _byPolicy = new(), _byClient = new(), _byStation = new(), _byAuthentication = new(), _unanswered = new();
    private readonly UserHistories _users = new();
    private readonly AccountedSessions _sessions = new();
    private readonly DayCounter _byDay = new();
    private readonly ClockWatch _clocks = new();
    private readonly SeenRange _seen = new();
    private readonly long[] _byHour = new long[24];
    private long _records;

    /// <param name="file">The log's name, for damage.</param>
    /// <returns>Records that were read.</returns>
    public long Add(string file, IEnumerable<NpsLogEntry> log)
    {
        _files.Add(file);
        _clocks.Begin();
        var before = _records;
        foreach (var entry in log)
        {
            if (entry is NpsDamage damage)
                Damaged(file, damage);
            if (entry is NpsRecord record)
                Take(NpsFacts.From(record));
        }

        return _records - before;
    }

    /// <summary>The same for a log that was not read yet; what it says is joined in the log's order, however many threads read it.</summary>
    /// <param name="threads">At least 1, the caller's.</param>
    /// <exception cref="IOException">The log cannot be read.</exception>
    public long Add(string file, Stream log, int threads)
    {
        _files.Add(file);
        _clocks.Begin();
        var before = _records;
        foreach (var (records, damaged) in NpsBatches.Read(log, threads, NpsFacts.From))
        {
            foreach (var damage in damaged)
                Damaged(file, damage);
            foreach (var record in records)
                Take(record);
        }

        return _records - before;
    }

    /// <summary>Call once, when all logs are read.</summary>
    public NpsReport Build()
    {
        Abandon(all: true);
        return new(
            [.. _files], _records, [.. _damaged.Values.OrderByDescending(damage => damage.Count).ThenBy(damage => damage.Reason)], _seen.First, _seen.Last, _vpn.All(), _others.All(),
            _reasons.All(), _otherReasons.All(), _byPolicy.Table(MostRows), _users.All(MostRows), _byClient.Table(MostRows), _byStation.Table(MostRows),
            _byAuthentication.Table(MostRows), [.. _byHour], _byDay.All(), _unanswered.Table(MostRows), _sessions.All(), _clocks.All());
    }

    private void Damaged(string file, NpsDamage damage) =>
        _damaged[damage.Reason] = _damaged.TryGetValue(damage.Reason, out var before)
            ? before with { Count = before.Count + 1 }
            : new(damage.Reason, 1, file, damage.Line, NpsDamages.Sentence(damage));

    private void Take(NpsFacts record)
    {
        _records++;
        if (record.Accounting is not null)
        {
            Accounted(new(record, null));
            return;
        }

        if (record.Outcome is not { } outcome)
            return;

        var exchange = new NpsExchange(record, RequestOf(record, outcome));
        Abandon(all: false);
        if (!filter.Holds(exchange))
            return;
        var isVpn = exchange.IsVpn;
        if (outcome is RadiusOutcome.Rejected or RadiusOutcome.Discarded)
        {
            if (filter.Reason is { } reason && exchange.Reason != reason)
                return;
            Refused(exchange, isVpn);
        }

        _seen.Add(exchange.Time);
        _clocks.Take(record, exchange.Client);
        (isVpn ? _vpn : _others).Add(outcome);
        if (isVpn)
            _byDay.Add(exchange.Time, outcome);
        if (isVpn && outcome is RadiusOutcome.Accepted)
            _users.Accepted(exchange.User, exchange.Time);
    }

    /// <summary>The request that a record answers; a request itself starts to wait.</summary>
    private NpsFacts? RequestOf(NpsFacts record, RadiusOutcome outcome)
    {
        if (outcome is not RadiusOutcome.Requested)
            return outcome is RadiusOutcome.Challenged ? _pending.Challenged(record) : _pending.Answered(record);
        _pending.Asked(record);
        return null;
    }

    private void Accounted(NpsExchange accounting)
    {
        if (!filter.Holds(accounting))
            return;
        _seen.Add(accounting.Time);
        _clocks.Take(accounting.Record, accounting.Client);
        var isVpn = accounting.IsVpn;
        (isVpn ? _vpn : _others).AddAccounting();
        if (isVpn)
            _sessions.Take(accounting);
    }

    private void Refused(NpsExchange refusal, bool isVpn)
    {
        var time = refusal.Time;
        (isVpn ? _reasons : _otherReasons).Add(refusal.Reason, time);
        if (!isVpn)
            return;

        _byPolicy.Add(refusal.Policy, time);
        _users.Refused(refusal.User, time);
        _byClient.Add(refusal.Client, time);
        _byStation.Add(refusal.CallingStation, time);
        _byAuthentication.Add(refusal.Authentication, time);
        if (time is { } known)
            _byHour[known.Hour]++;
    }

    private void Abandon(bool all)
    {
        foreach (var left in _pending.Left(all))
        {
            var request = new NpsExchange(left.Request, null);
            if (!filter.Holds(request))
                continue;
            var isVpn = request.IsVpn;
            (isVpn ? _vpn : _others).AddLeft(left.IsChallenged);
            if (isVpn && !left.IsChallenged)
                _unanswered.Add(request.User, request.Time);
        }
    }
}
