using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>
/// The Name Resolution Policy Table of a client: Get-DnsClientNrptPolicy, Get-DnsClientNrptRule, netsh namespace show. A connected VPN adds
/// the rules of its profile, and removes them when it ends.
/// </summary>
/// <param name="Rules">Empty when the command was answered with nothing.</param>
public sealed record NameRulesListed(Citation Source, Host About, ImmutableArray<NameRule> Rules) : Observation(Source, About, null);
