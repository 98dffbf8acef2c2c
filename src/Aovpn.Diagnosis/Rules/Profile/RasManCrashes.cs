using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The service that dials crashes (Application Error 1000). Page: RasManCrashes.md.</summary>
public sealed class RasManCrashes() : Rule<EventLogged>(HostRole.Client, "application-errors")
{
    private const int Crashed = 1000;

    protected override Verdict? Judge(EventLogged seen, CaseFile file) =>
        seen is { EventId: Crashed, Provider: "Application Error" } && seen.Data.FirstOrDefault(one => one.Value.Contains("rasman", StringComparison.OrdinalIgnoreCase)) is { Value: not null } named
            ? Verdict.Found($"the service RasMan crashed (Application Error {Crashed})", seen.Cite(named.Key))
            : null;
}
