using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.PowerShell;

public sealed class SessionReaderTests
{
    [Fact]
    public void The_commands_that_the_product_asks_for_are_answered_in_their_order()
    {
        var seen = Facts("""
            PS C:\Temp> $ExecutionContext.SessionState.LanguageMode; Get-ExecutionPolicy; whoami /groups; $env:SESSIONNAME
            ConstrainedLanguage
            AllSigned

            GROUP INFORMATION
            -----------------

            Group Name                             Type             SID          Attributes
            ====================================== ================ ============ ==================================================
            BUILTIN\Administrators                 Alias            S-1-5-32-544 Group used for deny only
            Mandatory Label\Medium Mandatory Level Label            S-1-16-8192
            RDP-Tcp#12
            PS C:\Temp>
            """);

        Assert.Equal(4, seen.Count);
        Assert.Equal("ConstrainedLanguage", seen[0].LanguageMode);
        Assert.Equal("AllSigned", seen[1].ExecutionPolicy);
        Assert.False(seen[2].IsElevated);
        Assert.True(seen[3].IsRemote);
        Assert.Equal([2L, 3, 11, 12], seen.Select(fact => ((Locator.Lines)fact.Source.Locator).First));
    }

    [Fact]
    public void The_strongest_defined_policy_is_in_force()
    {
        var fact = Assert.Single(Facts("""
            PS C:\> Get-ExecutionPolicy -List

                    Scope ExecutionPolicy
                    ----- ---------------
            MachinePolicy       AllSigned
               UserPolicy       Undefined
                  Process       Undefined
              CurrentUser          Bypass
             LocalMachine    RemoteSigned
            """));

        Assert.Equal("AllSigned", fact.ExecutionPolicy);
        Assert.Equal(new Locator.Lines(5), fact.Source.Locator);
    }

    [Fact]
    public void A_role_and_a_session_are_read()
    {
        var seen = Facts("""
            PS C:\> ([Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
            True
            PS C:\> query user
             USERNAME              SESSIONNAME        ID  STATE   IDLE TIME  LOGON TIME
            >alice                 rdp-tcp#3           2  Active          .  11/20/2026 8:01 AM
            PS C:\> whoami
            corp\alice
            """);

        Assert.Equal([true, null, null], seen.Select(fact => fact.IsElevated));
        Assert.Equal((true, "alice"), (seen[1].IsRemote, seen[1].User));
        Assert.Equal(@"corp\alice", seen[2].User);
    }

    [Fact]
    public void Without_a_command_nothing_is_known() => Assert.Empty(Facts("Restricted\nConsole\nTrue\n"));

    private static List<PowerShellSession> Facts(string text) => [.. Read.Text(text).Observations.OfType<PowerShellSession>()];
}
