using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>PowerShell runs in a language mode in which the script may not create the objects it needs. Page: ConstrainedLanguageMode.md.</summary>
public sealed class ConstrainedLanguageMode() : FleetRule(new Need("powershell-session", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (file.All<PowerShellFailed>().FirstOrDefault(ScriptTrouble.IsOfLanguageMode) is { } failed)
        {
            yield return Verdict.Found(
                $"PowerShell stops the script because of its language mode ({Hole.Plain(failed.ErrorId!)})", failed.Cite(nameof(PowerShellFailed.ErrorId))) with { About = failed.About };
            yield break;
        }

        if (file.All<PowerShellSession>().FirstOrDefault(one => one.LanguageMode is not null) is not { LanguageMode: { } mode } session
            || ScriptTrouble.SeenIn(file) is not { } trouble)
            yield break;

        yield return mode is "FullLanguage"
            ? Verdict.RuledOut($"the language mode is {Hole.Plain(mode)}", session.Source) with { About = session.About }
            : Verdict.Found($"PowerShell is in {Hole.Plain(mode)} mode, in which the script may not create the session that it needs", session.Source, trouble.Source) with { About = session.About };
    }
}
