using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>The profile's traffic filters let only some traffic into the tunnel, and somebody misses the rest. Page: TrafficFilterTooNarrow.md.</summary>
public sealed class TrafficFilterTooNarrow() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.TrafficFilters == 0 || Complaint.In(file, SymptomId.ConnectedOneSubnet) is not { } complaint)
            return null;
        return Verdict.Found(
            $"the profile has {seen.TrafficFilters} traffic filters: only what one of them names goes through the tunnel", seen.Cite(nameof(ProfileRead.TrafficFilters)), complaint);
    }
}
