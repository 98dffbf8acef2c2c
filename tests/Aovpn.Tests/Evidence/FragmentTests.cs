using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence;

/// <summary>Pieces that people cut out of larger evidence are read as far as they go.</summary>
public sealed class FragmentTests
{
    [Fact]
    public void An_event_without_its_root_is_the_event()
    {
        var seen = Read.One<ConnectionFailed>("<System><Provider Name='RasClient'/><EventID>20227</EventID><Computer>PC1</Computer></System><EventData><Data>{0B2A9E0C-8F5D-4B8E-9D3A-1C2D3E4F5A6B}</Data><Data>CORP\\alice</Data><Data>Corp VPN</Data><Data>809</Data></EventData>");
        Assert.Equal(("809", "Corp VPN", "CORP\\alice"), (seen.Code.ToString(), seen.Connection, seen.User));
    }

    [Fact]
    public void An_event_that_breaks_off_is_read_to_there() =>
        Assert.Equal("809", Read.One<ConnectionFailed>("  <System>\n    <Provider Name='RasClient'/>\n    <EventID>20227</EventID>\n  </System>\n  <EventData>\n    <Data>{0B2A9E0C-8F5D-4B8E-9D3A-1C2D3E4F5A6B}</Data>\n    <Data>CORP\\alice</Data>\n    <Data>Corp VPN</Data>\n    <Data>809</Data>\n  </EventD").Code.ToString());

    [Theory]
    [InlineData("<EventData><Data>{0B2A9E0C-8F5D-4B8E-9D3A-1C2D3E4F5A6B}</Data><Data>CORP\\alice</Data><Data>Corp VPN</Data><Data>809</Data></EventData></Event>", "809")]
    [InlineData("<EventData><Data>{0B2A9E0C-8F5D-4B8E-9D3A-1C2D3E4F5A6B}</Data><Data>CORP\\alice</Data><Data>Corp VPN</Data><Data>-2146762495</Data></EventData>", "0x800B0101")]
    [InlineData("<EventData>\n<Data Name='SubjectUserName'>alice</Data>\n<Data Name='ReasonCode'>16</Data>\n</EventData>", "NPS reason 16")]
    public void Data_alone_gives_the_number_in_its_place(string text, string code) => Assert.Equal(code, Read.One<WindowsErrorReported>(text).Code.ToString());

    [Fact]
    public void Data_of_another_shape_is_left_to_others() => Assert.DoesNotContain("event-fragment", Read.Text("<EventData><Data>809</Data></EventData>").Kinds);

    [Fact]
    public void A_policy_out_of_an_export_is_read_and_says_nothing_of_what_is_not_there()
    {
        var policy = Read.One<NetworkPolicyConfigured>("<VPN_Users name=\"VPN Users\"><Properties><Policy_Enabled>0</Policy_Enabled><msNPAction>VPN Users</msNPAction><msNPConstraint>MATCH(\"NAS-Port-Type=^5$\")</msNPConstraint></Properties></VPN_Users>");
        Assert.Equal(("VPN Users", false, true, null), (policy.Name, policy.Enabled, policy.AsksForVirtualPort, policy.EapTypes));
    }

    [Fact]
    public void Clients_out_of_an_export_are_not_taken_for_all_of_them() =>
        Assert.Empty(Read.Text("<Clients><Children><RRAS1 name=\"RRAS1\"><Properties><IP_Address>192.0.2.1</IP_Address></Properties></RRAS1></Children></Clients>\n<P><Properties><msNPAction>x</msNPAction></Properties></P>").Observations.OfType<RadiusClientsListed>());

    [Fact]
    public void A_piece_of_a_profile_names_the_server() =>
        Assert.Equal("vpn.example.com", Read.One<NameDialled>("<NativeProfile>\n  <Servers>vpn.example.com;Work</Servers>\n</NativeProfile>").Server);

    [Theory]
    [InlineData("Issuer: CN=Corp Issuing CA, DC=corp, DC=example")]
    [InlineData("Thumbprint: a50337ab015d5612b7dc4c1e759d201e74cc2a93")]
    [InlineData("Thumbprint: a5 03 37 ab 01 5d 56 12 b7 dc 4c 1e 75 9d 20 1e 74 cc 2a 93")]
    [InlineData("Subject: CN=vpn.example.com, O=Corp")]
    public void A_lone_line_of_a_certificate_is_nobodys_words(string line) => Assert.Equal(["certificate-text"], Read.Text(line).Kinds);

    [Fact]
    public void A_sentence_with_such_a_label_is_somebodys() => Assert.DoesNotContain("certificate-text", Read.Text("Issuer: nobody knows which one it was").Kinds);
}
