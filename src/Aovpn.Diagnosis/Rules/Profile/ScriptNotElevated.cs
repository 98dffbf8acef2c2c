using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The script runs without the rights that the MDM bridge wants: not elevated, or for a device tunnel not as SYSTEM. Page: ScriptNotElevated.md.</summary>
public sealed class ScriptNotElevated() : FleetRule(new Need("powershell-session", HostRole.Client))
{
    /// <summary>WBEM_E_ACCESS_DENIED and E_ACCESSDENIED.</summary>
    private static readonly Code[] Denied = [Code.Windows(0x80041003u), Code.Windows(0x80070005u), Code.Windows(5u)];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var session = file.All<PowerShellSession>().FirstOrDefault(one => one.IsElevated is not null);
        var denied = file.All<PowerShellFailed>().FirstOrDefault(IsDenied);

        if (session is { IsElevated: true })
        {
            if (denied is not null)
            {
                yield return Verdict.Undecided(
                    $"access is denied although the session is elevated: a device tunnel is written by SYSTEM only", denied.Source, session.Source) with { About = denied.About, Needs = Needs };
            }
            else if (ScriptTrouble.SeenIn(file) is not null)
            {
                yield return Verdict.RuledOut($"the session is elevated", session.Source) with { About = session.About };
            }

            yield break;
        }

        if (denied is not null)
        {
            yield return Verdict.Found(
                $"{Hole.Plain(denied.Command ?? "the script")} is refused ({Hole.Plain(denied.Code?.ToString() ?? denied.Category ?? "access denied")}): the script runs without administrator rights",
                denied.Cite(denied.Code is null ? nameof(PowerShellFailed.Category) : nameof(PowerShellFailed.ErrorId))) with { About = denied.About };
        }
        else if (session is not null && ScriptTrouble.SeenIn(file) is { } trouble)
        {
            yield return Verdict.Found($"the session in which the script failed is not elevated", session.Source, trouble.Source) with { About = session.About };
        }
    }

    private static bool IsDenied(PowerShellFailed failed) =>
        !ScriptTrouble.IsOfLanguageMode(failed)
        && (failed.Category is "PermissionDenied" || failed.Code is { } code && Denied.Contains(code)
            || failed.ErrorId?.StartsWith("ScriptRequiresElevation", StringComparison.OrdinalIgnoreCase) is true);
}
