using Aovpn.Diagnosis.Evidence.Secrets;

namespace Aovpn.Tests.Evidence.Secrets;

public sealed class SecretBlankerTests
{
    [Theory]
    [InlineData("add client name = \"RRAS1\" sharedsecret = \"hunter2\" vendor = \"9\"", "add client name = \"RRAS1\" sharedsecret = [secret] vendor = \"9\"")]
    [InlineData("<RadiusClient Name=\"RRAS1\" SharedSecret=\"hunter2\" />", "<RadiusClient Name=\"RRAS1\" SharedSecret=[secret] />")]
    [InlineData("<Data Name='Password'>hunter2</Data><Data Name='User'>alice</Data>", "<Data Name='Password'>[secret]</Data><Data Name='User'>alice</Data>")]
    [InlineData("<AdministratorPassword><Value>hunter2</Value><PlainText>true</PlainText></AdministratorPassword>", "<AdministratorPassword><Value>[secret]</Value><PlainText>[secret]</PlainText></AdministratorPassword>")]
    [InlineData("{ \"user\": \"alice\", \"password\": \"hun\\\"ter2\" }", "{ \"user\": \"alice\", \"password\": [secret] }")]
    [InlineData("Set-VpnConnection -Name VPN -L2tpPsk hunter2 -Force", "Set-VpnConnection -Name VPN -L2tpPsk [secret] -Force")]
    [InlineData("<NativeProfile><L2tpPsk>hunter2</L2tpPsk><Servers>vpn.example.com</Servers></NativeProfile>", "<NativeProfile><L2tpPsk>[secret]</L2tpPsk><Servers>vpn.example.com</Servers></NativeProfile>")]
    [InlineData("&lt;L2tpPsk&gt;hunter2&lt;/L2tpPsk&gt;", "&lt;L2tpPsk&gt;[secret]&lt;/L2tpPsk&gt;")]
    [InlineData("New-NpsRadiusClient -SharedSecret 'hunter 2' -Name GW1", "New-NpsRadiusClient -SharedSecret [secret] -Name GW1")]
    [InlineData("$p = ConvertTo-SecureString 'hunter2' -AsPlainText -Force", "$p = ConvertTo-SecureString [secret] -AsPlainText -Force")]
    [InlineData("Import-PfxCertificate -Password (ConvertTo-SecureString hunter2 -AsPlainText -Force) a.pfx", "Import-PfxCertificate -Password [secret] a.pfx")]
    [InlineData("Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOi.x.y", "Authorization: [secret]")]
    [InlineData("Proxy-Authorization: Basic YWxpY2U6aHVudGVyMg==", "Proxy-Authorization: [secret]")]
    [InlineData("Cookie: session=hunter2; path=/", "Cookie: [secret]")]
    [InlineData("> Set-Cookie: id=hunter2", "> Set-Cookie: [secret]")]
    [InlineData("09:15 GET / Cookie: session=hunter2", "09:15 GET / Cookie: [secret]")]
    [InlineData("Cookie: the gateway asks for one before it goes on", "Cookie: the gateway asks for one before it goes on")]
    [InlineData("it says Cookie: 0123456789abcdef, and stops", "it says Cookie: 0123456789abcdef, and stops")]
    [InlineData("rasdial \"Corp VPN\" CORP\\alice hunter2 /DOMAIN:CORP", "rasdial \"Corp VPN\" CORP\\alice [secret] /DOMAIN:CORP")]
    [InlineData("net use \\\\files\\share hunter2 /user:alice", "net use \\\\files\\share [secret] /user:alice")]
    [InlineData("certutil -f -p hunter2 -importpfx client.pfx", "certutil -f -p [secret] -importpfx client.pfx")]
    [InlineData("openssl pkcs12 -in a.pfx -passin pass:hunter2", "openssl pkcs12 -in a.pfx -passin pass:[secret]")]
    [InlineData("vpn.example.com %any : PSK \"hunter2\"", "vpn.example.com %any : PSK [secret]")]
    [InlineData("alice : EAP \"hunter2\"", "alice : EAP [secret]")]
    [InlineData("alice Cleartext-Password := \"hunter2\"", "alice Cleartext-Password := [secret]")]
    [InlineData("(0)   User-Password = \"hunter2\"", "(0)   User-Password = [secret]")]
    [InlineData("(0)   MS-CHAP2-Response = 0x0000aabbccdd", "(0)   MS-CHAP2-Response = [secret]")]
    [InlineData("(0)   MS-MPPE-Recv-Key = 0xaabbccdd", "(0)   MS-MPPE-Recv-Key = [secret]")]
    [InlineData("Auth: (1) Login incorrect: [alice/hunter2] (from client RRAS1 port 3)", "Auth: (1) Login incorrect: [alice/[secret]] (from client RRAS1 port 3)")]
    [InlineData("Auth: (1) Login incorrect (mschap: FAILED: No NT-Password): [alice/hun]ter2] (from client RRAS1 port 3)", "Auth: (1) Login incorrect (mschap: FAILED: No NT-Password): [alice/[secret]] (from client RRAS1 port 3)")]
    [InlineData("Auth: (1) Login OK: [alice/<via Auth-Type = eap>] (from client RRAS1)", "Auth: (1) Login OK: [alice/<via Auth-Type = eap>] (from client RRAS1)")]
    [InlineData("Kennwort: hunter2", "Kennwort: [secret]")]
    [InlineData("mein Passwort ist Sommer2026", "mein Passwort ist [secret]")]
    [InlineData("my password is wrong", "my password is wrong")]
    [InlineData("<CryptAcquireCertificatePrivateKey><Certificate subjectName=\"alice\" />", "<CryptAcquireCertificatePrivateKey><Certificate subjectName=\"alice\" />")]
    [InlineData("Private key is NOT exportable", "Private key is NOT exportable")]
    [InlineData("Error 691: the user name or password is not right", "Error 691: the user name or password is not right")]
    [InlineData("EAP-MSCHAP v2 (Secured password) was refused", "EAP-MSCHAP v2 (Secured password) was refused")]
    [InlineData("-----BEGIN PRIVATE KEY-----MIIEvQ==-----END PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----[secret]-----END PRIVATE KEY-----")]
    public void Each_form_is_known(string line, string shown) => Assert.Equal(shown, new SecretBlanker().Line(line));

    [Fact]
    public void What_spans_lines_is_followed()
    {
        string[] text =
        [
            "before", "-----BEGIN RSA PRIVATE KEY-----", "Proc-Type: 4,ENCRYPTED", "MIIEvQ", "-----END RSA PRIVATE KEY-----", "between",
            "<Shared_Secret>", "  hunter2", "</Shared_Secret><Name>RRAS1</Name>",
            "Name  SharedSecret Address", "----  ------------ -------", "RRAS1 hunter2      192.0.2.1", "RRAS2 hunter3      192.0.2.2", "", "after",
            "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj",
        ];
        string[] shown =
        [
            "before", "-----BEGIN RSA PRIVATE KEY-----[secret]", "[secret]", "[secret]", "-----END RSA PRIVATE KEY-----", "between",
            "<Shared_Secret>", "[secret]", "</Shared_Secret><Name>RRAS1</Name>",
            "Name  SharedSecret Address", "----  ------------ -------", "RRAS1 [secret]     192.0.2.1", "RRAS2 [secret]     192.0.2.2", "", "after",
            "[base64 left out]",
        ];

        for (var passed = 0; passed < text.Length; passed++)
        {
            var secrets = new SecretBlanker();
            foreach (var line in text[..passed])
                secrets.Pass(line);
            Assert.Equal(shown[passed..], text[passed..].Select(secrets.Line));
        }
    }

    /// <summary>Markup inside of markup whose element goes over several lines.</summary>
    [Theory]
    [InlineData("<Data>&lt;L2tpPsk&gt;", "  hunter2", "&lt;/L2tpPsk&gt;&lt;Servers&gt;vpn")]
    [InlineData("&amp;lt;Password&amp;gt;hunter2", "hunter2", "&amp;lt;/Password&amp;gt; vpn")]
    [InlineData("  &lt;SharedSecret dt=\"string\"&gt;", "hunter2&lt;hunter2", "hunter2&lt;/SharedSecret&gt; vpn")]
    public void An_escaped_element_is_followed(params string[] lines)
    {
        var blanker = new SecretBlanker();
        var blanked = string.Join('\n', lines.Select(blanker.Line));
        Assert.DoesNotContain("hunter2", blanked, StringComparison.Ordinal);
        Assert.EndsWith("vpn", blanked, StringComparison.Ordinal);
        Assert.Equal("and on", blanker.Line("and on"));
    }

    [Fact]
    public void A_place_for_a_password_opens_nothing()
    {
        var blanker = new SecretBlanker();
        blanker.Line("<Command>rasdial VPN alice &lt;password&gt;</Command>");
        Assert.Equal("Name : VPN", blanker.Line("Name : VPN"));
    }
}
