using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Reports.Redaction;

namespace Aovpn.Tests.Redaction;

public sealed class RedactorTests
{
    [Fact]
    public void One_name_is_the_same_in_all_its_forms()
    {
        var redactor = Make();
        Assert.Equal("domain-1\\user-1", redactor.Messages.User("CORP\\alice"));
        Assert.Equal("user-1@domain-1", redactor.Messages.User("alice@corp.example"));
        Assert.Equal("domain-1\\user-1 is alice@corp.example is Alice".Replace("alice@corp.example", "user-1@domain-1", StringComparison.Ordinal).Replace("Alice", "user-1", StringComparison.Ordinal),
            redactor.Line("CORP\\alice is alice@corp.example is Alice"));
        Assert.Equal(redactor.Messages.HostName("PC17"), redactor.Messages.HostName("pc17.corp.example"));
        Assert.Equal($"{redactor.Messages.HostName("PC17")}-application.evtx of user-1.zip", redactor.Line("PC17-application.evtx of alice.zip"));
    }

    [Theory]
    [InlineData("from 198.51.100.7:500 to 203.0.113.9", "from address-1:500 to address-2")]
    [InlineData("pool 10.10.8.1-10.10.8.254, mask 255.255.255.0", "pool address-1-address-2, mask 255.255.255.0")]
    [InlineData("[2001:db8::1]:4500 at 08:15:00 by 00-15-5D-01-02-03", "[address-2]:4500 at 08:15:00 by address-1")]
    [InlineData("thumbprint A9:4A:8F:E5:CC:B1:9B:A6:1C:4C:08:73:D3:91:E9:87:98:2F:BB:D3", "thumbprint thumbprint-1")]
    [InlineData("a94a8fe5ccb19ba61c4c0873d391e987982fbbd3 = A94A8FE5 CCB19BA6", "thumbprint-1 = A94A8FE5 CCB19BA6")]
    [InlineData("S-1-5-21-1004336348-1177238915-682003330-512 and S-1-5-18", "sid-1 and S-1-5-18")]
    [InlineData("Issuer: CN=Contoso Issuing CA 1, DC=contoso, DC=com", "Issuer: CN=subject-1")]
    [InlineData("  O=Contoso, Berlin", "  subject-1")]
    [InlineData("C:\\Users\\bob.miller\\AppData\\x.log", "C:\\Users\\user-1\\AppData\\x.log")]
    [InlineData("<Computer>DESKTOP-1A2B</Computer><Data Name='SubjectUserName'>eve</Data>", "<Computer>host-1</Computer><Data Name='SubjectUserName'>user-1</Data>")]
    [InlineData("cannot reach fs01.intra.contoso.com", "cannot reach host-1")]
    [InlineData("\"CORP\\\\mallory\"", "\"domain-1\\user-1\"")]
    public void Forms_of_names_that_nobody_told_are_known(string line, string hidden) => Assert.Equal(hidden, new Redactor([], []).Line(line));

    [Theory]
    [InlineData("NT AUTHORITY\\SYSTEM dials; error 809 at 2026-11-20 08:15:00Z")]
    [InlineData("Enhanced Key Usage 1.3.6.1.5.5.7.3.1, 2.5.29.37, 1.3.6.1.4.1.311.87")]
    [InlineData("Get-WmiObject -Class MDM_VPNv2_01 -Namespace root\\cimv2\\mdm\\dmmap")]
    [InlineData("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>")]
    [InlineData("HKLM\\SYSTEM\\CurrentControlSet\\Services\\RasMan\\Parameters")]
    [InlineData("CN=Microsoft VPN root CA gen 1")]
    [InlineData("WAN Miniport (IKEv2), {7A1C2E3D-4B5F-4A6C-8D7E-9F0A1B2C3D4E}, Windows 10.0.19045")]
    [InlineData("vpnserver: netsh nps show np; client.evtx, record 20417; C:\\Windows\\System32\\LogFiles\\IN2611.log")]
    public void What_names_nobody_stays(string line) => Assert.Equal(line, new Redactor([], []).Line(line));

    [Fact]
    public void Names_that_only_a_person_knows_can_be_hidden()
    {
        var redactor = new Redactor([], ["Bob Miller"]);
        Assert.Equal("user-1 says that user-1 cannot connect", redactor.Line("Bob Miller says that bob miller cannot connect"));
    }

    [Fact]
    public void The_rest_of_a_name_that_was_cut_does_not_stay() => Assert.Equal("Account Name …", Make().Line("Account Name ali…"));

    [Theory]
    [InlineData("CN=vpn.contoso.com", "CN=host-1")]
    [InlineData("Contoso Root", "subject-1")]
    public void A_subject_is_a_hosts_name_or_hidden_as_a_whole(string subject, string hidden) => Assert.Equal(hidden, new Redactor([], []).Messages.Of(Hole.Subject(subject)));

    private static Redactor Make()
    {
        var log = new Citation(new("client.evtx"), new Locator.EventRecord(1));
        var at = When.Utc(new(2026, 11, 20, 8, 15, 0, TimeSpan.Zero), new(HostRole.Client, "PC17.corp.example"));
        return new(ImmutableArray.Create<Observation>(new ConnectionFailed(log, at.Clock, at, "CORP\\alice", "Corp VPN", null, Code.Windows(809u))), []);
    }
}
