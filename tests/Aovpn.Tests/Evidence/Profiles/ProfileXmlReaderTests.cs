using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Profiles;

public sealed class ProfileXmlReaderTests
{
    private static readonly string User = ProfileSamples.Text("user-tunnel.xml");

    [Fact]
    public void A_user_tunnel_is_read_with_the_line_of_each_setting()
    {
        var profile = Read.One<ProfileRead>(User);

        Assert.Equal((ProfileForm.ProfileXml, false, true, true), (profile.Form, profile.IsDeviceTunnel, profile.AlwaysOn, profile.RegisterDns));
        Assert.Equal(["vpn.example.com", "vpn2.example.com"], profile.Servers);
        Assert.Equal(("IKEv2", "Eap", "SplitTunnel"), (profile.TunnelType, profile.UserMethod, profile.Routing));
        Assert.Equal((true, true, true), (profile.DeviceCompliance, profile.SingleSignOn, profile.DisableClassBasedDefaultRoute));
        Assert.Equal([("10.0.0.0/8", 1, false), ("10.9.0.0/16", null, true)], profile.Routes.Select(route => (route.Prefix, route.Metric, route.IsExclusion)));
        Assert.Equal([(".corp.example", "10.0.0.53,10.0.1.53"), ("vpn.example.com", "")], profile.NameRules.Select(rule => (rule.Name, string.Join(',', rule.DnsServers))));
        Assert.Equal(["corp.example", "lab.example"], profile.TrustedNetworks);
        Assert.Equal((6, "AES_GCM_128"), (profile.CryptographySuite.Count, profile.CryptographySuite["EncryptionMethod"]));
        Assert.Equal(1, profile.TrafficFilters);
        Assert.Empty(profile.WrongNamespaces);
        AssertLine("<Servers>", profile, nameof(ProfileRead.Servers));
        AssertLine("<NativeProtocolType>", profile, nameof(ProfileRead.TunnelType));
        AssertLine("<UserMethod>", profile, nameof(ProfileRead.UserMethod));
        AssertLine("<RoutingPolicyType>", profile, nameof(ProfileRead.Routing));
        AssertLine("<Enabled>true", profile, nameof(ProfileRead.DeviceCompliance));
        AssertLine("<DHGroup>", profile, "DHGroup");
        AssertLine("<ExclusionRoute>", profile.Routes[1], nameof(Route.IsExclusion));
    }

    [Fact]
    public void The_filter_is_matched_by_its_object_identifier()
    {
        var eap = Read.One<ProfileRead>(User).Eap!;

        Assert.Equal((25, 13, true, false), (eap.OuterType, eap.InnerType, eap.ValidatesServer, eap.PromptsForServer));
        Assert.Equal(["nps1.corp.example", "nps2.corp.example"], eap.ServerNames);
        Assert.Equal(["1f2e3d4c5b6a798897a6b5c4d3e2f10011223344"], eap.TrustedRoots);
        Assert.True(eap.Filter!.AsksForConditionalAccess);
        Assert.Equal(["aabbccddeeff00112233445566778899aabbccdd"], eap.Filter.IssuerHashes);
        AssertLine("<ClientAuthEKUList", eap.Filter, nameof(CertificateFilter.ClientAuthListEnabled));
        AssertLine("<EKUName>Unknown", eap.Filter, nameof(CertificateFilter.ClientAuthPurposes));
        AssertLine("<ServerNames>", eap, nameof(EapConfiguration.ServerNames));
        AssertLine("EapTlsConnectionPropertiesV1", eap, nameof(EapConfiguration.TlsElement));
    }

    [Theory]
    [InlineData("<ClientAuthEKUList Enabled=\"true\">", "<ClientAuthEKUList Enabled=\"false\">", false)]
    [InlineData("<EKUMapInList>\n<EKUName>Unknown Key Usage</EKUName>", "<EKUMapInList>\n<EKUOID>1.3.6.1.4.1.311.87</EKUOID>", true)]
    [InlineData("<EKUOID>1.3.6.1.4.1.311.87</EKUOID>", "<EKUOID>1.3.6.1.5.5.7.3.2</EKUOID>", false)]
    public void What_the_filter_asks_for_depends_on_its_list(string was, string becomes, bool asks)
    {
        Assert.Contains(was, User, StringComparison.Ordinal);
        Assert.Equal(asks, Read.One<ProfileRead>(User.Replace(was, becomes, StringComparison.Ordinal)).Eap!.Filter!.AsksForConditionalAccess);
    }

    [Fact]
    public void A_device_tunnel_in_utf_16_is_read()
    {
        var profile = Assert.Single(Read.Bytes(ProfileSamples.Bytes("device-tunnel.xml")).Observations.OfType<ProfileRead>());

        Assert.Equal((true, "Certificate", null), (profile.IsDeviceTunnel, profile.MachineMethod, profile.Eap));
        Assert.Equal(new Locator.Lines(18), ((Locator.Lines)profile.Cite(nameof(ProfileRead.IsDeviceTunnel)).Locator));
    }

    [Fact]
    public void A_lone_eap_configuration_is_read()
    {
        var profile = Read.One<ProfileRead>(ProfileSamples.Text("eap-host-config.xml"));

        Assert.Equal((ProfileForm.EapHostConfig, 25), (profile.Form, profile.Eap!.OuterType));
    }

    [Fact]
    public void Namespaces_with_https_are_named_and_hide_nothing()
    {
        var profile = Read.One<ProfileRead>(User.Replace("http://www", "https://www", StringComparison.Ordinal));

        Assert.Equal(8, profile.WrongNamespaces.Length);
        Assert.True(profile.Eap!.Filter!.AsksForConditionalAccess);
        Assert.Contains("https://", Line(User.Replace("http://www", "https://www", StringComparison.Ordinal), profile, nameof(ProfileRead.WrongNamespaces)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_left_open_is_named_with_both_lines_and_the_rest_is_read()
    {
        var broken = User.Replace("<DNSServers>10.0.0.53,10.0.1.53</DNSServers>\n  </DomainNameInformation>", "<DNSServers>10.0.0.53,10.0.1.53</DNSServers>", StringComparison.Ordinal);
        var seen = Read.Text(broken).Observations;
        var opened = LineOf(broken, "<DomainNameInformation>");
        var noticed = LineOf(broken, "</VPNProfile>");

        var unreadable = Assert.Single(seen.OfType<Unreadable>());
        Assert.Equal(new Locator.Lines(opened, noticed), unreadable.Source.Locator);
        Assert.Contains($"<DomainNameInformation> opened on line {opened} is never closed, which an XML parser notices on line {noticed}", unreadable.What.ToString(), StringComparison.Ordinal);
        Assert.Equal([".corp.example", "vpn.example.com"], Assert.Single(seen.OfType<ProfileRead>()).NameRules.Select(rule => rule.Name));
        Assert.True(Assert.Single(seen.OfType<ProfileRead>()).RegisterDns);
    }

    [Fact]
    public void Markup_that_is_escaped_is_read_and_takes_its_name_from_the_address()
    {
        var escaped = "<LocURI>./User/Vendor/MSFT/VPNv2/Corp%20VPN/ProfileXML</LocURI>\n<Data>"
            + User.Trim().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal) + "</Data>\n";

        var profile = Read.One<ProfileRead>(escaped);

        Assert.Equal("Corp VPN", profile.Name);
        Assert.True(profile.Eap!.Filter!.AsksForConditionalAccess);
        Assert.Equal(LineOf(escaped, "Servers&gt;"), ((Locator.Lines)profile.Cite(nameof(ProfileRead.Servers)).Locator).First);
        Assert.DoesNotContain(Read.Text(escaped).Observations, seen => seen is Unreadable);
    }

    [Fact]
    public void Entities_of_a_document_type_are_not_expanded()
    {
        var bomb = "<!DOCTYPE VPNProfile [\n<!ENTITY a \"aaaaaaaaaa\">\n<!ENTITY b \"&a;&a;&a;&a;&a;&a;\">\n]>\n"
            + "<VPNProfile><DnsSuffix>&b;</DnsSuffix><NativeProfile><Servers>vpn.example.com</Servers></NativeProfile></VPNProfile>\n";
        var seen = Read.Text(bomb).Observations;

        Assert.Equal("&b;", Assert.Single(seen.OfType<ProfileRead>()).DnsSuffix);
        Assert.Contains(seen.OfType<Unreadable>(), unreadable => unreadable.What.ToString().Contains("document type", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The <VPNProfile> element must have a <NativeProfile>.")]
    [InlineData("Check that \\<VPNProfile> is complete.\n\n</VPNProfile>\n")]
    [InlineData("<VPNProfile")]
    public void A_mention_is_no_profile(string text) => Assert.DoesNotContain(Read.Text(text).Observations, seen => seen is ProfileRead { Servers.IsEmpty: false });

    [Fact]
    public void Two_profiles_in_a_ticket_are_two() =>
        Assert.Equal(2, Read.Text($"Ours:\n{User}\nand the old one, which is the same:\n{User}Thanks\n").Observations.OfType<ProfileRead>().Count());

    private static void AssertLine(string expected, Cited seen, string field) => Assert.Contains(expected, Line(User, seen, field), StringComparison.Ordinal);

    private static string Line(string text, Cited seen, string field)
    {
        var place = seen.Fields.TryGetValue(field, out var locator) ? locator : ((EapConfiguration)seen).TlsElement!.Locator;
        return text.Split('\n')[((Locator.Lines)place).First - 1];
    }

    private static int LineOf(string text, string part) => text.Split('\n').ToList().FindIndex(line => line.Contains(part, StringComparison.Ordinal)) + 1;
}
