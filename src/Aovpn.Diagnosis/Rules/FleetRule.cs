using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules;

/// <summary>A rule over everything that was seen: many hosts, many attempts, how they differ.</summary>
public abstract class FleetRule(params ImmutableArray<Need> needs) : IRule
{
    public ImmutableArray<Need> Needs => needs;

    public abstract IEnumerable<Verdict> Judge(CaseFile file);
}
