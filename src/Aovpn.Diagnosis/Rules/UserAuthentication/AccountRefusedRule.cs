using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>A rule over refusals that are about the account: by NPS's reason, by the error in MS-CHAP-Error, or by the same error at the client.</summary>
/// <param name="error">The Windows error that says it.</param>
/// <param name="reasons">Reason codes of NPS that say it.</param>
public abstract class AccountRefusedRule(uint error, params ImmutableArray<uint> reasons) : FleetRule(new Need("nps-events", HostRole.NpsServer))
{
    public sealed override IEnumerable<Verdict> Judge(CaseFile file)
    {
        ImmutableArray<RadiusDecision> refused = [.. file.All<RadiusDecision>().Where(IsRefused)];
        foreach (var seen in refused)
        {
            var field = seen.MsChapError?.Value == error ? nameof(RadiusDecision.MsChapError) : nameof(RadiusDecision.Reason);
            yield return Verdict.Found(
                $"NPS refuses {Hole.User(seen.User ?? "a user")}: {Hole.Plain(Fault)} ({(field == nameof(RadiusDecision.Reason) ? seen.Reason!.Value : seen.MsChapError!.Value)})",
                seen.Cite(field)) with { About = seen.About, At = seen.At, Affected = seen.User };
        }

        foreach (var verdict in Ground is { } ground ? RefusalsInWords.Of(file, ground) : [])
            yield return verdict;

        ImmutableArray<EapAuthentication> told = [.. file.All<EapAuthentication>().Where(seen => seen.MsChapError?.Value == error)];
        foreach (var seen in told)
        {
            yield return Verdict.Found($"NPS refuses {Hole.User(seen.User ?? "a user")}: {Hole.Plain(Fault)} ({seen.MsChapError!.Value})", seen.Cite(nameof(EapAuthentication.MsChapError)))
                with { About = seen.About, At = seen.At, Affected = seen.User };
        }

        if (!refused.IsEmpty || !told.IsEmpty || !ErrorDecides || ErrorsSeen.In(file, error) is not { } symptom)
            yield break;
        yield return Verdict.Found($"the client is told {Code.Windows(error)}: {Hole.Plain(Fault)}", symptom.Cite(nameof(ConnectionFailed.Code)))
            with { About = symptom.About, At = symptom.At, Affected = (symptom as IOfAttempt)?.User };
    }

    /// <summary>What is wrong, in a few words.</summary>
    protected abstract string Fault { get; }

    /// <summary>The same in the words of a server without reason codes.</summary>
    protected virtual RefusalGround? Ground => null;

    /// <summary>The client's error has no other cause.</summary>
    protected virtual bool ErrorDecides => true;

    /// <summary>More than the reason is needed where other causes share it.</summary>
    protected virtual bool Fits(RadiusDecision seen) => true;

    private bool IsRefused(RadiusDecision seen) =>
        seen is { IsVpn: true, Outcome: RadiusOutcome.Rejected or RadiusOutcome.Challenged }
        && (seen.MsChapError?.Value == error || seen is { Outcome: RadiusOutcome.Rejected, Reason: { } reason } && reasons.Contains(reason.Value) && Fits(seen));
}
