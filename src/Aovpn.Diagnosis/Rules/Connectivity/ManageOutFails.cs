using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>Clients do not register their tunnel address in DNS, and nobody inside finds them. Page: ManageOutFails.md.</summary>
public sealed class ManageOutFails() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    private const string Topic = "manage-out";

    protected override Verdict? Judge(ProfileRead seen, CaseFile file) => seen.RegisterDns is false
        && file.All<TopicMentioned>().FirstOrDefault(mentioned => mentioned.Topic == Topic && !mentioned.Negated) is { } asked
            ? Verdict.Found(
                $"RegisterDNS is off: the client's tunnel address is not in DNS, and hosts inside do not find it", seen.Cite(nameof(ProfileRead.RegisterDns)), asked.Source)
            : null;
}
