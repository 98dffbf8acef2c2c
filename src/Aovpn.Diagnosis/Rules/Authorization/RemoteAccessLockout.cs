using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>Remote access account lockout has locked the user: event 6279, or a refusal with reason 64. Page: RemoteAccessLockout.md.</summary>
public sealed class RemoteAccessLockout() : Rule<RadiusDecision>(HostRole.NpsServer, "nps-events")
{
    private const uint LockedOut = 64;

    public override IEnumerable<Verdict> Judge(CaseFile file) => base.Judge(file).Concat(RefusalsInWords.Of(file, RefusalGround.AccountLockedOut));

    protected override Verdict? Judge(RadiusDecision seen, CaseFile file)
    {
        var user = seen.User is { } name ? Hole.User(name) : Hole.Plain("a user");
        var verdict = seen switch
        {
            { Outcome: RadiusOutcome.AccountLocked } => Verdict.Found(
                $"NPS locks {user} out of remote access after repeated failures", seen.Cite(nameof(RadiusDecision.Outcome))),
            { IsVpn: true, Outcome: RadiusOutcome.Rejected, Reason: { Value: LockedOut } reason } => Verdict.Found(
                $"{user} is locked out of remote access ({reason})", seen.Cite(nameof(RadiusDecision.Reason))),
            _ => null,
        };
        return verdict is null ? null : verdict with { Affected = seen.User };
    }
}
