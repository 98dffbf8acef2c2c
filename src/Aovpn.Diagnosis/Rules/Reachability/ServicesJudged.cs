using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The state of one service against what a host needs to run.</summary>
internal static class ServicesJudged
{
    /// <summary>IPsec Policy Agent starts when needed: stopped is normal for it, disabled is not.</summary>
    private const string StartsWhenNeeded = "PolicyAgent";

    /// <returns>Null when the service is not among those needed, or its state is not shown.</returns>
    public static Verdict? Of(ServiceSeen seen, ImmutableArray<string> needed, string where)
    {
        if (!needed.Contains(seen.Service, StringComparer.OrdinalIgnoreCase))
            return null;
        if (seen.Disabled is true)
            return Verdict.Found($"the service {Hole.Plain(seen.Service)} is disabled on {Hole.Plain(where)}", seen.Cite(nameof(ServiceSeen.Disabled)));
        if (seen.Running is false && !seen.Service.Equals(StartsWhenNeeded, StringComparison.OrdinalIgnoreCase))
            return Verdict.Found($"the service {Hole.Plain(seen.Service)} is stopped on {Hole.Plain(where)}", seen.Cite(nameof(ServiceSeen.Running)));

        return seen.Running is true ? Verdict.RuledOut($"the service {Hole.Plain(seen.Service)} runs on {Hole.Plain(where)}", seen.Cite(nameof(ServiceSeen.Running))) : null;
    }
}
