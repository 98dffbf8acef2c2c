using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>The profile, or the table that Windows made of it, sends no name to the DNS servers inside, and names fail. Page: NamesNotSentInside.md.</summary>
public sealed class NamesNotSentInside() : FleetRule(new Need("profile", HostRole.Client), new Need("name-rules", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (Complaint.In(file, SymptomId.ConnectedNoNames) is not { } complaint)
            yield break;

        foreach (var seen in file.All<ProfileRead>(HostRole.Client))
        {
            if (Judge(seen, complaint) is { } verdict)
                yield return verdict with { About = seen.About };
        }

        if (!file.All<ProfileRead>().All(profile => profile.Routing is "SplitTunnel" or null))
            yield break;
        foreach (var table in file.All<NameRulesListed>())
        {
            if (table.Rules.Any(rule => !rule.DnsServers.IsEmpty))
                continue;
            yield return Verdict.Found(
                $"the client's Name Resolution Policy Table sends no name to a DNS server", table.Rules.IsEmpty ? table.Source : table.Rules[0].Source, complaint) with { About = table.About };
        }
    }

    private static Verdict? Judge(ProfileRead seen, Citation complaint)
    {
        if (!Complaint.IsWhole(seen) || seen.Routing is not "SplitTunnel")
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
