using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Events;

public sealed class NetworkPolicyServerTests
{
    private const string Xml = """
        <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing' Guid='{54849625-5478-4994-A5BA-3E3B0328C30D}' /><EventID>6273</EventID><Version>2</Version><TimeCreated SystemTime='2026-11-20T08:15:03.1Z' /><EventRecordID>54246763</EventRecordID><Channel>Security</Channel><Computer>NPS1.corp.example</Computer></System><EventData>
        <Data Name='SubjectUserSid'>S-1-5-21-1-2-3-1104</Data>
        <Data Name='SubjectUserName'>alice@corp.example</Data>
        <Data Name='SubjectDomainName'>CORP</Data>
        <Data Name='FullyQualifiedSubjectUserName'>CORP\alice</Data>
        <Data Name='CalledStationID'>192.0.2.10</Data>
        <Data Name='CallingStationID'>198.51.100.7</Data>
        <Data Name='NASIPv4Address'>192.0.2.10</Data>
        <Data Name='NASIPv6Address'>-</Data>
        <Data Name='NASIdentifier'>VPN1</Data>
        <Data Name='NASPortType'>Virtual</Data>
        <Data Name='ClientName'>VPN1</Data>
        <Data Name='ClientIPAddress'>192.0.2.10</Data>
        <Data Name='ProxyPolicyName'>Use Windows authentication for all users</Data>
        <Data Name='NetworkPolicyName'>-</Data>
        <Data Name='AuthenticationType'>EAP</Data>
        <Data Name='EAPType'>-</Data>
        <Data Name='AccountSessionIdentifier'>353238</Data>
        <Data Name='ReasonCode'>48</Data>
        <Data Name='Reason'>The connection request did not match any configured network policy.</Data>
        </EventData></Event>
        """;

    private const string Copy = """
        Log Name:      Security
        Source:        Microsoft-Windows-Security-Auditing
        Date:          20.11.2026 09:15:03
        Event ID:      6273
        Computer:      NPS1.corp.example
        Description:
        Network Policy Server denied access to a user.

        Contact the Network Policy Server administrator for more information.

        User:
        	Security ID:			CORP\alice
        	Account Name:			alice@corp.example
        	Account Domain:			CORP
        	Fully Qualified Account Name:	CORP\alice

        Client Machine:
        	Security ID:			NULL SID
        	Account Name:			-
        	Fully Qualified Account Name:	-
        	Called Station Identifier:		192.0.2.10
        	Calling Station Identifier:		198.51.100.7

        NAS:
        	NAS IPv4 Address:		192.0.2.10
        	NAS Port-Type:			Virtual

        RADIUS Client:
        	Client Friendly Name:		VPN1
        	Client IP Address:			192.0.2.10

        Authentication Details:
        	Connection Request Policy Name:	Use Windows authentication for all users
        	Network Policy Name:		VPN users
        	Authentication Type:		PEAP
        	EAP Type:			Microsoft: Smart Card or other certificate
        	Account Session Identifier:		353238
        	Reason Code:			65
        	Reason:				The Network Access Permission setting in the dial-in properties of the user account is set to Deny access.
        """;

    [Fact]
    public void Reads_a_refusal_from_XML_by_name()
    {
        var seen = Read.One<RadiusDecision>(Xml);

        Assert.Equal((RadiusOutcome.Rejected, Code.NpsReason(48), "alice@corp.example", null), (seen.Outcome, seen.Reason, seen.User, seen.NetworkPolicy));
        Assert.Equal(("528", "198.51.100.7", "EAP", null), (seen.SessionId, seen.CallingStation, seen.AuthenticationType, seen.EapType));
        Assert.Equal(new RadiusClient("VPN1", "192.0.2.10", "192.0.2.10", "VPN1", "Virtual"), seen.Client);
        Assert.Equal(new Host(HostRole.NpsServer, "NPS1.corp.example"), seen.About);
        Assert.True(seen.IsVpn);
        Assert.Equal("evidence, line 19", seen.Cite(nameof(RadiusDecision.Reason)).ToString());
    }

    [Fact]
    public void Reads_a_refusal_from_a_copy_of_Event_Viewer_by_label()
    {
        var seen = Read.One<RadiusDecision>(Copy);

        Assert.Equal((RadiusOutcome.Rejected, Code.NpsReason(65), "alice@corp.example", "VPN users"), (seen.Outcome, seen.Reason, seen.User, seen.NetworkPolicy));
        Assert.Equal("Microsoft: Smart Card or other certificate", seen.EapType);
        Assert.Equal("2026-11-20 09:15:03", seen.At?.ToString());
        Assert.Equal("evidence, line 38", seen.Cite(nameof(RadiusDecision.Reason)).ToString());
    }

    [Theory]
    [InlineData("Virtual", "Wireless - IEEE 802.11", "192.0.2.10")]
    [InlineData("Virtual", "Ethernet", "192.0.2.10")]
    [InlineData("192.0.2.10", "UserAuthType:PW", "Virtual")]
    [InlineData("192.0.2.10", "00-11-22-33-44-55:office", "Virtual")]
    public void A_request_of_an_access_point_or_of_RD_Gateway_is_not_of_a_VPN(string replaced, string by, string kept)
    {
        var seen = Read.One<RadiusDecision>(Xml.Replace($"'>{replaced}<", $"'>{by}<", StringComparison.Ordinal));

        Assert.False(seen.IsVpn, kept);
    }
}
