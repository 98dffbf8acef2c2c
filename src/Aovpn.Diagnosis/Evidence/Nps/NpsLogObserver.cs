using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>From the entries of a log to observations, one pass, fixed memory (<see cref="NpsVolume"/>).</summary>
/// <remarks>Beyond the records that are kept of what works, a failed connection's requests are handed out with its answer, not at their own place.</remarks>
internal sealed class NpsLogObserver(NpsCitations cite, Host place)
{
    private readonly NpsIdentities _identities = new(place);
    private readonly NpsAttempts _attempts = new();
    private readonly NpsDamages _damages = new(cite);

    public IEnumerable<Observation> Observe(NpsCursor log, RecordTally tally)
    {
        var volume = new NpsVolume(cite, _identities);
        while (log.MoveNext())
        {
            if (log.Damage is { } damage)
            {
                if (_damages.Take(damage) is { } unreadable)
                    yield return unreadable;
                continue;
            }

            tally.Records++;
            var record = log.Row;
            if (NpsDecision.Outcome(record) is not { } outcome)
                continue;

            foreach (var seen in outcome switch
            {
                RadiusOutcome.Requested or RadiusOutcome.Challenged => Waiting(record, outcome, volume),
                RadiusOutcome.Rejected or RadiusOutcome.Discarded => Failed(record, outcome, volume),
                _ => Worked(record, outcome, volume),
            })
                yield return seen;
        }

        foreach (var attempt in _attempts.Unanswered(all: true))
        {
            foreach (var seen in Abandoned(attempt, volume))
                yield return seen;
        }

        foreach (var counted in volume.Counts())
            yield return counted;
        foreach (var unreadable in _damages.Rest())
            yield return unreadable;
    }

    private IEnumerable<Observation> Waiting(NpsRow record, RadiusOutcome outcome, NpsVolume volume)
    {
        var attempt = _attempts.Of(record);
        var told = volume.KeepsPlain(IsVpn(record, attempt), isStep: true);
        if (told)
            yield return Decision(record, outcome, attempt?.Request);
        if (attempt is null)
            yield break;

        var before = attempt.Size;
        attempt.Add(record, outcome, told);
        _attempts.Grown(attempt.Size - before);
        foreach (var oldest in _attempts.Unanswered())
        {
            foreach (var seen in Abandoned(oldest, volume))
                yield return seen;
        }
    }

    private IEnumerable<Observation> Failed(NpsRow record, RadiusOutcome outcome, NpsVolume volume)
    {
        var attempt = _attempts.Answered(record);
        var isVpn = IsVpn(record, attempt);
        if (!volume.KeepsFailure(isVpn, outcome, record.Number(NpsAttributeKeys.ReasonCode) ?? 0))
        {
            volume.Count(record, isVpn, outcome);
            attempt?.Return();
            yield break;
        }

        foreach (var (held, step) in attempt?.Held ?? [])
            yield return Decision(held, step, attempt?.Request);
        yield return Decision(record, outcome, attempt?.Request);
        attempt?.Return();
    }

    private IEnumerable<Observation> Worked(NpsRow record, RadiusOutcome outcome, NpsVolume volume)
    {
        var attempt = outcome is RadiusOutcome.Accepted ? _attempts.Answered(record) : null;
        var isVpn = IsVpn(record, attempt);
        if (volume.KeepsPlain(isVpn, isStep: false))
            yield return Decision(record, outcome, attempt?.Request);
        else
            volume.Count(record, isVpn, outcome);
        attempt?.Return();
    }

    /// <summary>Requests that NPS never answered are as good as a failure.</summary>
    private IEnumerable<Observation> Abandoned(NpsAttempt attempt, NpsVolume volume)
    {
        if (attempt.Held.Count == 0)
            yield break;
        var isVpn = IsVpn(attempt.Held[0].Record, attempt);
        var kept = volume.KeepsFailure(isVpn, RadiusOutcome.Requested, 0);
        foreach (var (held, step) in attempt.Held)
        {
            if (kept)
                yield return Decision(held, step, attempt.Request);
            else
                volume.Count(held, isVpn, step);
        }

        if (kept)
            attempt.Return();
    }

    private static bool IsVpn(INpsAttributes record, NpsAttempt? attempt) => NpsMedium.Of(record).Or(attempt?.Medium).IsVpn;

    private RadiusDecision Decision(INpsAttributes record, RadiusOutcome outcome, NpsRecord? request) =>
        NpsDecision.Of(record, outcome, ReferenceEquals(record, request) ? null : request, cite, _identities);
}
