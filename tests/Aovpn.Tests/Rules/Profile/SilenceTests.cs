using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Diagnosis.Rules.Profile;

namespace Aovpn.Tests.Rules.Profile;

/// <summary>Settings that are nobody's complaint are no finding.</summary>
public sealed class SilenceTests
{
    private const string Text = """
        <VPNProfile>
          <AlwaysOn>false</AlwaysOn>
          <TrustedNetworkDetection>corp.example</TrustedNetworkDetection>
          <NativeProfile>
            <Servers>vpn.example.com</Servers>
            <NativeProtocolType>IKEv2</NativeProtocolType>
          </NativeProfile>
        </VPNProfile>
        """;

    [Fact]
    public void A_profile_that_is_not_always_on_is_no_fault_while_nobody_misses_it() => Assert.Empty(Judge(new ProfileWithoutAlwaysOn(), Text));

    [Fact]
    public void A_trusted_network_is_no_fault_while_the_connection_dials() => Assert.Empty(Judge(new TrustedNetworkOutside(), Text));

    [Fact]
    public void A_session_without_elevation_is_no_fault_while_no_script_fails() =>
        Assert.Empty(Judge(new ScriptNotElevated(), "PS C:\\> whoami /groups\nMandatory Label\\Medium Mandatory Level   Label   S-1-16-8192\n"));

    [Fact]
    public void Access_denied_to_an_elevated_session_leaves_the_cause_open()
    {
        const string Elevated = """
            PS C:\> whoami /groups
            Mandatory Label\High Mandatory Level   Label   S-1-16-12288

            PS C:\> .\VPN_Profile_Device.ps1
            New-CimInstance : Access denied
                + CategoryInfo          : PermissionDenied: (MDM_VPNv2_01:CimInstance) [New-CimInstance], CimException
                + FullyQualifiedErrorId : HRESULT 0x80041003,Microsoft.Management.Infrastructure.CimCmdlets.NewCimInstanceCommand
            """;
        Assert.Equal(VerdictKind.Undecided, Assert.Single(Judge(new ScriptNotElevated(), Elevated)).Kind);
    }

    private static IEnumerable<Verdict> Judge(IRule rule, string text)
    {
        var seen = EvidenceReading.Default.Read(ArtifactContent.Of(new("evidence.txt", Host.Client), text)).Observations;
        Assert.NotEmpty(seen);
        return Engine.Run(rule, new(seen, new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)));
    }
}
