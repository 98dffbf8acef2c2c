using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>Client and NPS do not agree on PEAP's crypto-binding. Page: CryptoBindingDiffers.md.</summary>
public sealed class CryptoBindingDiffers() : RadiusReasonRule(301, 302)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"{Hole.Plain(reason.Value is 302 ? "NPS demands PEAP's crypto-binding, and the client sends none" : "PEAP's crypto-binding does not fit")} ({reason}){Profile(file)}",
        seen.Cite(nameof(RadiusDecision.Reason)));

    private static Hole Profile(CaseFile file)
    {
        var required = file.All<ProfileRead>(HostRole.Client).Select(profile => profile.Eap?.RequiresCryptoBinding).FirstOrDefault(value => value is not null);
        return Hole.Plain(required is { } value ? $"; RequireCryptoBinding of the profile is {(value ? "true" : "false")}" : "");
    }
}
