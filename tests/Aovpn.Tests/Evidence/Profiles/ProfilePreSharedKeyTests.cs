using Aovpn.Diagnosis.Evidence.Profiles;

namespace Aovpn.Tests.Evidence.Profiles;

/// <summary>NativeProfile/L2tpPsk of a ProfileXML, in the forms in which profiles come.</summary>
public sealed class ProfilePreSharedKeyTests
{
    [Theory]
    [InlineData("<VPNProfile><NativeProfile><Servers>vpn.example.com</Servers><L2tpPsk>correct horse</L2tpPsk></NativeProfile></VPNProfile>", "correct horse")]
    [InlineData("<VPNProfile>\r\n  <NativeProfile>\r\n    <L2tpPsk>a&amp;b&lt;c</L2tpPsk>\r\n  </NativeProfile>\r\n</VPNProfile>", "a&b<c")]
    [InlineData("&lt;VPNProfile&gt;&lt;NativeProfile&gt;&lt;L2tpPsk&gt;a&amp;amp;b&lt;/L2tpPsk&gt;&lt;/NativeProfile&gt;&lt;/VPNProfile&gt;", "a&b")]
    [InlineData("$xml = '<VPNProfile><NativeProfile><L2tpPsk>$9 a month</L2tpPsk></NativeProfile></VPNProfile>'", "$9 a month")]
    [InlineData("$xml = \"<VPNProfile><NativeProfile><L2tpPsk>$psk</L2tpPsk></NativeProfile></VPNProfile>\"", null)]
    [InlineData("<VPNProfile><NativeProfile><L2tpPsk /></NativeProfile></VPNProfile>", null)]
    [InlineData("<VPNProfile><L2tpPsk>not here</L2tpPsk><NativeProfile></NativeProfile></VPNProfile>", null)]
    [InlineData("<VPNProfile><NativeProfile><L2tpPsk>cut of", "cut of")]
    [InlineData("<L2tpPsk>no profile</L2tpPsk>", null)]
    [InlineData("", null)]
    public void The_key_is_taken_where_the_schema_has_it(string text, string? key) => Assert.Equal(key, ProfilePreSharedKey.In(text));
}
