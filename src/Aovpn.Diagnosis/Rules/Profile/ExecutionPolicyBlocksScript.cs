using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>PowerShell's execution policy does not let the script run. Page: ExecutionPolicyBlocksScript.md.</summary>
public sealed class ExecutionPolicyBlocksScript() : FleetRule(new Need("powershell-session", HostRole.Client))
{
    /// <summary>Policies that load no unsigned script; an undefined policy is Restricted on Windows clients (about_Execution_Policies).</summary>
    private static readonly string[] Blocking = ["Restricted", "AllSigned", "Undefined", "Default"];

    private static readonly string[] Open = ["Unrestricted", "Bypass"];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (file.All<PowerShellFailed>().FirstOrDefault(ScriptTrouble.IsOfExecutionPolicy) is { } refused)
        {
            yield return Verdict.Found(
                $"PowerShell refuses to load the script (PSSecurityException): the execution policy does not allow it", refused.Cite(nameof(PowerShellFailed.ErrorId))) with { About = refused.About };
            yield break;
        }

        if (file.All<PowerShellSession>().FirstOrDefault(one => one.ExecutionPolicy is not null) is not { ExecutionPolicy: { } policy } session
            || ScriptTrouble.SeenIn(file) is not { } trouble)
            yield break;

        // Another error that is printed comes from a script that was loaded.
        if (trouble is SymptomReported && Blocking.Contains(policy))
        {
            yield return Verdict.Found($"the execution policy is {Hole.Plain(policy)}, which loads no unsigned script", session.Source, trouble.Source) with { About = session.About };
        }
        else if (Open.Contains(policy))
        {
            yield return Verdict.RuledOut($"the execution policy is {Hole.Plain(policy)}", session.Source) with { About = session.About };
        }
    }
}
