using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>NPS does not write its decisions into the Security log. Page: NpsAuditingOff.md.</summary>
public sealed class NpsAuditingOff() : Rule<AuditPolicySeen>(HostRole.NpsServer, "audit-policy")
{
    protected override Verdict? Judge(AuditPolicySeen seen, CaseFile file) => seen switch
    {
        { Subcategory: not AuditPolicySeen.NetworkPolicyServer } => null,
        { Success: true, Failure: true } => Verdict.RuledOut($"grants and refusals of NPS are audited", seen.Source),
        { Failure: false, Success: false } => Verdict.Found($"nothing of Network Policy Server is audited: NPS writes no event 6272 or 6273", seen.Source),
        { Failure: false } => Verdict.Found($"refusals of Network Policy Server are not audited: NPS writes no event 6273", seen.Source),
        _ => Verdict.Found($"grants of Network Policy Server are not audited: NPS writes no event 6272", seen.Source),
    };
}
