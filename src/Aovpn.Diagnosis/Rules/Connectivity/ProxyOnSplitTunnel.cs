using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>A proxy in a split tunnel's profile, where Windows does not use it. Page: ProxyOnSplitTunnel.md.</summary>
public sealed class ProxyOnSplitTunnel() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file) => seen is { Routing: "SplitTunnel", Proxy: { } proxy }
        ? Verdict.Found(
            $"the profile sets the proxy {Hole.Host(proxy)} and is SplitTunnel, for which Windows ignores it",
            seen.Cite(nameof(ProfileRead.Proxy)), seen.Cite(nameof(ProfileRead.Routing)))
        : null;
}
