using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Rules of Windows' firewall: netsh advfirewall firewall show rule, Get-NetFirewallRule. Which of them were listed is not known.</summary>
public sealed record FirewallRulesListed(Citation Source, Host About, ImmutableArray<FirewallRule> Rules) : Observation(Source, About, null);
