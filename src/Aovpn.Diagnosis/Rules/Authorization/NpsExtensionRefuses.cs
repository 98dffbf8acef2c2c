using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>An extension of NPS, mostly the one for multi-factor authentication, refuses or fails. Page: NpsExtensionRefuses.md.</summary>
public sealed class NpsExtensionRefuses() : RadiusReasonRule(9, 10, 21)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"an extension of NPS refuses {User(seen)} ({reason})", seen.Cite(nameof(RadiusDecision.Reason)));
}
