using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Settings;

public sealed class HostSettingsTests
{
    [Theory]
    [InlineData("Host Name:                 PC1\nOS Name:                   Microsoft Windows 11 Enterprise\nOS Version:                10.0.22631 N/A Build 22631\nOS Manufacturer:           Microsoft Corporation\nDomain:                    corp.example\n", true)]
    [InlineData("Hostname:                  PC1\nBetriebssystemname:        Microsoft Windows 11 Enterprise\nBetriebssystemversion:     10.0.22631 Nicht zutreffend Build 22631\nDomäne:                    WORKGROUP\n", false)]
    [InlineData("Host Name:                 PC1\nOS Name:                   Microsoft Windows 11 Enterprise\nOS Version:                10.0.22631 N/A Build 22631\nDomain:\n", null)]
    public void Systeminfo_is_read_by_its_form(string text, bool? joined)
    {
        var seen = Read.One<WindowsSeen>(text);

        Assert.Equal(("Microsoft Windows 11 Enterprise", 22631, joined), (seen.Edition, seen.Build, seen.DomainJoined));
        Assert.Equal(new Locator.Lines(3), seen.Fields[nameof(WindowsSeen.Build)]);
    }

    [Fact]
    public void Get_ComputerInfo_is_read()
    {
        var seen = Read.One<WindowsSeen>("WindowsEditionId : Professional\nOsBuildNumber    : 19045\nCsPartOfDomain   : False\n");

        Assert.Equal(("Professional", 19045, false), (seen.Edition, seen.Build, seen.DomainJoined));
    }

    [Fact]
    public void Credential_Guard_runs_where_its_number_is_listed()
    {
        Assert.True(Read.One<CredentialGuardSeen>("SecurityServicesConfigured  : {1, 2}\nSecurityServicesRunning     : {1}\n").Runs);
        Assert.False(Read.One<CredentialGuardSeen>("SecurityServicesConfigured  : {1, 2}\nSecurityServicesRunning     : {2}\n").Runs);
    }

    [Theory]
    [InlineData("System audit policy\nCategory/Subcategory                      Setting\nLogon/Logoff\n  Network Policy Server                   Failure\n", false, true)]
    [InlineData("C:\\>auditpol /get /subcategory:{0CCE9243-69AE-11D9-BED3-505054503030}\nSystemüberwachungsrichtlinie\nKategorie/Unterkategorie                  Einstellung\nAnmelden/Abmelden\n  Der Name tut nichts zur Sache           Erfolg und Fehler\n", true, true)]
    [InlineData("Machine Name,Policy Target,Subcategory,Subcategory GUID,Inclusion Setting,Exclusion Setting\nNPS1,System,Network Policy Server,{0CCE9243-69AE-11D9-BED3-505054503030},No Auditing,\n", false, false)]
    public void Auditpol_is_read_in_its_forms(string text, bool success, bool failure)
    {
        var seen = Read.One<AuditPolicySeen>(text);

        Assert.Equal((AuditPolicySeen.NetworkPolicyServer, success, failure), (seen.Subcategory, seen.Success, seen.Failure));
    }

    [Fact]
    public void Another_subcategory_is_not_that_of_NPS() =>
        Assert.Empty(Read.Text("Category/Subcategory                      Setting\n  Special Logon                           No Auditing\n").Observations.OfType<AuditPolicySeen>());

    [Fact]
    public void The_identity_of_a_service_is_read() =>
        Assert.Equal(("IAS", "NONE"), (Read.One<ServiceIdentitySeen>("SERVICE_NAME: IAS\nSERVICE_SID_TYPE:  NONE\n").Service, Read.One<ServiceIdentitySeen>("SERVICE_NAME: IAS\nSERVICE_SID_TYPE:  NONE\n").SidType));

    [Fact]
    public void Forwarding_is_read_from_lists_too()
    {
        var seen = Read.One<ForwardingListed>("InterfaceAlias : Internal\nAddressFamily  : IPv4\nForwarding     : Enabled\n\nInterfaceAlias : External\nAddressFamily  : IPv4\nForwarding     : Disabled\n");

        Assert.Equal([("Internal", true), ("External", false)], seen.Interfaces.Select(one => (one.Interface, one.Forwards)));
    }
}
