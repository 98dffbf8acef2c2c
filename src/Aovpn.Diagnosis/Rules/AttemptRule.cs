using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules;

/// <summary>A rule over one connection attempt, joined across the hosts that saw it.</summary>
public abstract class AttemptRule(params ImmutableArray<Need> needs) : IRule
{
    public ImmutableArray<Need> Needs => needs;

    public IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var attempt in file.Attempts)
        {
            if (Judge(attempt, file) is { } verdict)
                yield return verdict with { At = verdict.At ?? attempt.Start, Affected = verdict.Affected ?? attempt.User };
        }
    }

    /// <returns>Null when the attempt is not this rule's business.</returns>
    protected abstract Verdict? Judge(ConnectionAttempt attempt, CaseFile file);
}
