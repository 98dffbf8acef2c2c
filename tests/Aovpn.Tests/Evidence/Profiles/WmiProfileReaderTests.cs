using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Profiles;

public sealed class WmiProfileReaderTests
{
    [Theory]
    [InlineData("wmi-console.txt")]
    [InlineData("wmi-narrow.txt")]
    public void A_wrapped_listing_says_the_same_as_the_profile(string name)
    {
        var listing = ProfileSamples.Text(name);
        var profile = Read.One<ProfileRead>(listing);
        var plain = Read.One<ProfileRead>(ProfileSamples.Text("user-tunnel.xml"));

        Assert.Equal((ProfileForm.Wmi, "Corp VPN", new Host(HostRole.Client, "LAPTOP7")), (profile.Form, profile.Name, profile.About));
        Assert.Equal(plain.Servers, profile.Servers);
        Assert.Equal(plain.Routes.Select(route => route.Prefix), profile.Routes.Select(route => route.Prefix));
        Assert.Equal(plain.Eap!.ServerNames, profile.Eap!.ServerNames);
        Assert.Equal(plain.Eap.TrustedRoots, profile.Eap.TrustedRoots);
        Assert.Equal(["AAD Conditional Access"], profile.Eap.Filter!.PurposeNames.Keys);
        Assert.True(profile.Eap.Filter.AsksForConditionalAccess);
        Assert.Empty(profile.WrongNamespaces);
        Assert.DoesNotContain(Read.Text(listing).Observations, seen => seen is Unreadable);
        var lines = (Locator.Lines)profile.Cite(nameof(ProfileRead.Routing)).Locator;
        Assert.Contains("<Ro", string.Concat(listing.Split('\n')[(int)(lines.First - 1)..(int)lines.Last].Select(line => line.Trim())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_listing_whose_indentation_was_lost_is_read()
    {
        var flat = string.Join('\n', ProfileSamples.Text("wmi-console.txt").Split('\n').Select(line => line.TrimStart()));

        Assert.True(Read.One<ProfileRead>(flat).Eap!.Filter!.AsksForConditionalAccess);
    }

    [Fact]
    public void The_value_alone_after_its_command_is_in_force()
    {
        var text = "PS C:\\> Get-CimInstance -ClassName MDM_VPNv2_01 -Namespace root\\cimv2\\mdm\\dmmap | Select-Object -ExpandProperty ProfileXML\n"
            + "<VPNProfile><NativeProfile><Servers>vpn.example.com</Servers></NativeProfile></VPNProfile>\n";

        Assert.Equal(ProfileForm.Wmi, Read.One<ProfileRead>(text).Form);
    }
}
