using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>The profile sends no name to the DNS servers inside, and names fail. Page: NamesNotSentInside.md.</summary>
public sealed class NamesNotSentInside() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (!Complaint.IsWhole(seen) || seen.Routing is not "SplitTunnel" || Complaint.In(file, SymptomId.ConnectedNoNames) is not { } complaint)
            return null;

        ImmutableArray<NameRule> sent = [.. seen.NameRules.Where(rule => !rule.DnsServers.IsEmpty)];
        if (sent.IsEmpty)
        {
            return Verdict.Found(
                $"the profile is SplitTunnel and sends no name to a DNS server inside (no DomainNameInformation with DnsServers)",
                seen.Cite(nameof(ProfileRead.Routing)), complaint);
        }

        // VPNv2 CSP: a suffix starts with a dot; without one the rule holds for that one name.
        return sent.FirstOrDefault(rule => !rule.Name.StartsWith('.')) is { } single && sent.All(rule => !rule.Name.StartsWith('.'))
            ? Verdict.Found(
                $"the profile sends only the name {Hole.Host(single.Name)} itself to the DNS servers inside; with a dot before it, every name below it",
                single.Cite(nameof(NameRule.Name)), complaint)
            : null;
    }
}
