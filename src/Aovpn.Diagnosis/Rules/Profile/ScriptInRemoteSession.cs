using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The script asks who is signed in at the console, and over Remote Desktop that is nobody. Page: ScriptInRemoteSession.md.</summary>
public sealed class ScriptInRemoteSession() : FleetRule(new Need("powershell-session", HostRole.Client))
{
    /// <summary>What VPN_Profile.ps1 prints itself when Win32_ComputerSystem names no user.</summary>
    private const string NoUser = "Unable to get user SID";

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var remote = file.All<PowerShellSession>().FirstOrDefault(session => session.IsRemote is not null);
        var noUser = file.All<PowerShellFailed>().FirstOrDefault(failed => failed.Text.Contains(NoUser, StringComparison.OrdinalIgnoreCase));

        if (remote is { IsRemote: true } && (ScriptTrouble.SeenIn(file) ?? file.All<ScriptRead>().FirstOrDefault(script => script.FindsUserByConsole)) is { } trouble)
        {
            yield return Verdict.Found(
                $"the script ran in a Remote Desktop session, where it does not find the user that it looks for at the console", remote.Source, Place(trouble)) with { About = remote.About };
            yield break;
        }

        if (remote is { IsRemote: false } && ScriptTrouble.SeenIn(file) is not null)
        {
            yield return Verdict.RuledOut($"the session is the console's, not a remote one", remote.Source) with { About = remote.About };
            yield break;
        }

        if (noUser is not null)
        {
            yield return Verdict.Found(
                $"the script finds no user at the console: it runs over Remote Desktop, or nobody is signed in", noUser.Cite(nameof(PowerShellFailed.Text))) with { About = noUser.About };
        }
    }

    private static Citation Place(Observation trouble) => trouble is ScriptRead script ? script.Cite(nameof(ScriptRead.FindsUserByConsole)) : trouble.Source;
}
