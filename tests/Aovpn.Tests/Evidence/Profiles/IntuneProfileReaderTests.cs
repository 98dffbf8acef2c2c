using System.Text;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Profiles;

public sealed class IntuneProfileReaderTests
{
    private const string Profile = "<VPNProfile><NativeProfile><Servers>vpn.example.com</Servers><NativeProtocolType>IKEv2</NativeProtocolType></NativeProfile><AlwaysOn>true</AlwaysOn></VPNProfile>";

    public static TheoryData<string> Values => [Convert.ToBase64String(Encoding.UTF8.GetBytes("\uFEFF" + Profile)), Convert.ToBase64String(Encoding.Unicode.GetBytes("\uFEFF" + Profile)),
        Profile.Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e\\r\\n", StringComparison.Ordinal)];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_of_a_custom_profile_is_a_profile(string value)
    {
        var seen = Read.One<ProfileRead>($$"""
            {
              "@odata.type": "#microsoft.graph.omaSettingStringXml",
              "displayName": "Always On VPN",
              "omaUri": "./User/Vendor/MSFT/VPNv2/Corp%20VPN/ProfileXML",
              "value": "{{value}}"
            }
            """);

        Assert.Equal(("Corp VPN", "IKEv2", true), (seen.Name, seen.TunnelType, seen.AlwaysOn));
        Assert.Equal("evidence, line 5", seen.Source.ToString());
    }

    [Theory]
    [InlineData("&lt;VPNProfile&gt;&lt;NativeProfile&gt;&lt;Servers&gt;vpn.example.com&lt;/Servers&gt;&lt;/NativeProfile&gt;&lt;/VPNProfile&gt;")]
    [InlineData("<![CDATA[<VPNProfile><NativeProfile><Servers>vpn.example.com</Servers></NativeProfile></VPNProfile>]]>")]
    public void SyncML_carries_it_escaped_or_as_CDATA(string data)
    {
        var seen = Read.One<ProfileRead>($"<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncBody><Replace><CmdID>2</CmdID><Item>\n<Target><LocURI>./User/Vendor/MSFT/VPNv2/Corp%20VPN/ProfileXML</LocURI></Target>\n<Data>{data}</Data>\n</Item></Replace></SyncBody></SyncML>");

        Assert.Equal(("Corp VPN", "vpn.example.com"), (seen.Name, Assert.Single(seen.Servers)));
    }
}
