using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>
/// What is kept of a log of any length. Every failure and every request of a connection that failed is, up to
/// <see cref="MostFailures"/> for one reason; of what succeeded the first <see cref="MostPlain"/> answers and sessions, and the first
/// <see cref="MostSteps"/> requests and challenges on the way to them. The rest is counted. Wi-Fi and
/// switches have their own, smaller shares, so that they cannot crowd out the VPN.
/// </summary>
internal sealed class NpsVolume(NpsCitations cite, NpsIdentities identities)
{
    public const int MostPlain = 20_000;
    public const int MostFailures = 5_000;

    /// <summary>Two thirds of a log are steps of connections that came about: they say nothing that the answer does not say.</summary>
    public const int MostSteps = 500;

    private const int MostReasons = 400;
    private const int ShareOfOthers = 10;

    private readonly Dictionary<(bool IsVpn, bool IsStep), int> _plain = [];
    private readonly Dictionary<(bool IsVpn, RadiusOutcome Outcome, long Reason), int> _failures = [];
    private readonly Dictionary<(bool IsVpn, RadiusOutcome Outcome, long Reason, Host About), Counted> _counted = [];

    /// <summary>Whether one more record of a connection that works, as far as is known, is kept.</summary>
    /// <param name="isStep">A request or a challenge, which is told with its answer where that is a refusal.</param>
    public bool KeepsPlain(bool isVpn, bool isStep)
    {
        var kept = _plain.GetValueOrDefault((isVpn, isStep));
        if (kept >= (isStep ? MostSteps : MostPlain) / (isVpn ? 1 : ShareOfOthers))
            return false;
        _plain[(isVpn, isStep)] = kept + 1;
        return true;
    }

    /// <summary>Whether one more failed attempt with this outcome and reason is kept.</summary>
    public bool KeepsFailure(bool isVpn, RadiusOutcome outcome, long reason)
    {
        var key = (isVpn, outcome, _failures.Count < MostReasons ? reason : -1);
        var kept = _failures.GetValueOrDefault(key);
        if (kept >= (isVpn ? MostFailures : MostFailures / ShareOfOthers))
            return false;
        _failures[key] = kept + 1;
        return true;
    }

    public void Count(INpsAttributes record, bool isVpn, RadiusOutcome outcome)
    {
        var reason = record.Number(NpsAttributeKeys.ReasonCode) is > 0 and <= uint.MaxValue and { } known && _counted.Count < MostReasons ? known : 0;
        var key = (isVpn, outcome, reason, identities.Writer(record));
        var counted = _counted.GetValueOrDefault(key);
        var last = record.ToRecord();
        _counted[key] = new(counted?.First ?? last, last, (counted?.Count ?? 0) + 1);
    }

    /// <summary>One observation for each outcome, reason and server that was counted.</summary>
    public IEnumerable<RadiusTraffic> Counts() =>
        from counted in _counted
        orderby counted.Value.First.Line
        let about = counted.Key.About
        select new RadiusTraffic(
            cite.Of(counted.Value.First, counted.Value.Last), about, NpsTime.Of(counted.Value.First, about), NpsTime.Of(counted.Value.Last, about),
            counted.Key.Outcome, counted.Value.Count)
        {
            Reason = counted.Key.Reason > 0 ? Code.NpsReason((uint)counted.Key.Reason) : null,
            IsVpn = counted.Key.IsVpn,
        };

    private sealed record Counted(NpsRecord First, NpsRecord Last, long Count);
}
