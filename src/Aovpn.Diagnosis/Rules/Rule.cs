using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules;

/// <summary>A rule over single observations of one kind.</summary>
/// <param name="about">The role of the host that the observation must be about; <see cref="HostRole.Unknown"/> takes any.</param>
/// <param name="need">Key of the evidence that shows such observations (<c>Catalogue/needs.json</c>).</param>
public abstract class Rule<T>(HostRole about, string need) : IRule
    where T : Observation
{
    public virtual ImmutableArray<Need> Needs => [new(need, about)];

    public virtual IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<T>())
        {
            if (about is not HostRole.Unknown && seen.About.Role != about)
                continue;
            if (Judge(seen, file) is { } verdict)
                yield return verdict with { About = verdict.About ?? seen.About, At = verdict.At ?? seen.At };
        }
    }

    /// <returns>Null when the observation is not this rule's business.</returns>
    protected abstract Verdict? Judge(T seen, CaseFile file);
}
