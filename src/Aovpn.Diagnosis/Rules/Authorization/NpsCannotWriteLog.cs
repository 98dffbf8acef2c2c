using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>NPS throws requests away because it cannot write its accounting. Page: NpsCannotWriteLog.md.</summary>
public sealed class NpsCannotWriteLog() : RadiusReasonRule(80)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"NPS cannot write its accounting, and throws the request of {User(seen)} away ({reason})", seen.Cite(nameof(RadiusDecision.Reason)));
}
