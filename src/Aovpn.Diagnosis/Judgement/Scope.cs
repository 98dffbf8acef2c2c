using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Narrows a case to one user, one attempt, or what happened since a time. What belongs to nobody in particular stays.</summary>
/// <param name="User">With or without domain, in any spelling; null for all.</param>
/// <param name="Since">Earlier observations are left out; those without a time stay.</param>
/// <param name="Attempt">Correlation id, with or without braces; null for all.</param>
public sealed record Scope(string? User, DateTimeOffset? Since, string? Attempt)
{
    public static readonly Scope Everything = new(null, null, null);

    public ImmutableArray<Observation> Narrow(ImmutableArray<Observation> observations) =>
        this == Everything ? observations : [.. observations.Where(IsInside)];

    public IEnumerable<Message> Notes(ImmutableArray<Observation> before, ImmutableArray<Observation> after)
    {
        if (this == Everything)
            yield break;
        yield return Message.Of($"{before.Length - after.Length} of {before.Length} observations are outside of the scope that was asked for");
        if (before.Any(seen => seen is IOfAttempt) && !after.Any(seen => seen is IOfAttempt))
            yield return Message.Of($"none of the attempts in the evidence is inside of that scope: compare the spelling of --user or --attempt, and the time of --since, with the logs");
    }

    private bool IsInside(Observation seen)
    {
        if (Since is { } since && seen.At is { } at && at.InstantOrWall < since)
            return false;
        if (seen is not IOfAttempt of)
            return true;
        if (User is not null && of.User is not null && !UserIdentity.Same(User, of.User))
            return false;
        return Attempt is null || of.CoId is null || of.CoId == Attempt.Trim('{', '}').ToLowerInvariant();
    }
}
