using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Counts packets by what NPS did with them.</summary>
internal sealed class TrafficCount
{
    private readonly Dictionary<RadiusOutcome, long> _outcomes = [];
    private long _accounting, _unanswered, _notContinued;

    public void Add(RadiusOutcome outcome) => _outcomes[outcome] = this[outcome] + 1;

    public void AddAccounting() => _accounting++;

    public void AddLeft(bool isChallenged)
    {
        if (isChallenged)
            _notContinued++;
        if (!isChallenged)
            _unanswered++;
    }

    public NpsTraffic All() => new(
        this[RadiusOutcome.Requested] + this[RadiusOutcome.Discarded], this[RadiusOutcome.Challenged], this[RadiusOutcome.Accepted], this[RadiusOutcome.Rejected],
        this[RadiusOutcome.Discarded], _unanswered, _notContinued, _accounting);

    private long this[RadiusOutcome outcome] => _outcomes.GetValueOrDefault(outcome);
}
