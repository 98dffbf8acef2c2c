using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Certificates;

public sealed class CertutilReaderTests
{
    private const string UserStore = """
        C:\>certutil -store -user My

        My "Personal"
        ================ Certificate 0 ================
        Serial Number: 4a0000000265259d0069fa6f205000000000026
        Issuer: CN=corp-CA01-CA, DC=corp, DC=example
         NotBefore: 3/14/2026 8:07 PM
         NotAfter: 3/14/2027 8:07 PM
        Subject: E=alice@corp.example, CN=Alice, OU=Users, DC=corp, DC=example
        Certificate Template Name (Certificate Type): User
        Non-root Certificate
        Template: User
        Cert Hash(sha1): a50337ab015d5612b7dc4c1e759d201e74cc2a93
          Key Container = a890fd7fbbfc072f8fe045e680c501cf_5834bfa9-1c4a-44a8-a128-c2267f712336
          Simple container name: te-User-c7bcc4bd-0498-4411-af44-da2257f54387
          Provider = Microsoft Enhanced Cryptographic Provider v1.0
        Encryption test passed

        ================ Certificate 1 ================
        Serial Number: 367fbdd7e6e4103dec9b91f93959ac56
        Issuer: CN=Microsoft VPN root CA gen 1
         NotBefore: 3/15/2026 6:24 PM
         NotAfter: 3/15/2026 7:29 PM
        Subject: CN=alice@corp.example
        Non-root Certificate
        Cert Hash(sha1): 37 37 8a 1b 06 dc ef 1b 4d 47 53 f7 d2 1e 4f 20 b1 8f bf ec
          Key Container = 31685cae-af6f-48fb-ac37-845c69b4c097
          Provider = Microsoft Software Key Storage Provider
        Missing stored keyset
        CertUtil: -store command completed successfully.

        C:\>
        """;

    [Fact]
    public void Reads_the_users_store_whole()
    {
        var store = Read.One<StoreListed>(UserStore, HostRole.Client);

        Assert.Equal(("My", StoreLocation.CurrentUser, true), (store.Store, store.Location, store.Complete));
        Assert.Equal("evidence, lines 1-30", store.Source.ToString());
        Assert.Equal(2, store.Certificates.Length);
        var first = store.Certificates[0];
        Assert.Equal("E=alice@corp.example, CN=Alice, OU=Users, DC=corp, DC=example", first.Subject);
        Assert.Equal("CN=corp-CA01-CA, DC=corp, DC=example", first.Issuer);
        Assert.Equal("a50337ab015d5612b7dc4c1e759d201e74cc2a93", first.Thumbprint);
        Assert.Equal(new(new(2026, 3, 14, 20, 7, 0)), first.NotBefore);
        Assert.Equal(new(new(2027, 3, 14, 20, 7, 0)), first.NotAfter);
        Assert.Equal("User", first.Template);
        Assert.True(first.HasPrivateKey);
        Assert.Null(first.Purposes);
        Assert.Null(first.DnsNames);
        Assert.Equal("evidence, line 9", first.Cite(nameof(Certificate.Subject)).ToString());
        Assert.Equal("evidence, line 8", first.Cite(nameof(Certificate.NotAfter)).ToString());
        Assert.Equal("evidence, lines 14-17", first.Cite(nameof(Certificate.HasPrivateKey)).ToString());

        var second = store.Certificates[1];
        Assert.Equal("37378a1b06dcef1b4d4753f7d21e4f20b18fbfec", second.Thumbprint);
        Assert.Equal("367fbdd7e6e4103dec9b91f93959ac56", second.Serial);
        Assert.False(second.HasPrivateKey);
        Assert.Equal("CN=Microsoft VPN root CA gen 1", second.Issuer);
    }

    [Fact]
    public void Takes_an_excerpt_with_a_purpose_for_part_of_the_personal_store()
    {
        var store = Read.One<StoreListed>("""
            ================ Certificate 0 ================
            Subject: CN=vpn.example.com
                Client Authentication (1.3.6.1.5.5.7.3.2)
            """, HostRole.VpnServer);

        Assert.Equal(("My", StoreLocation.Unknown, false), (store.Store, store.Location, store.Complete));
        Assert.Equal(HostRole.VpnServer, store.About.Role);
        var certificate = Assert.Single(store.Certificates);
        Assert.Equal("CN=vpn.example.com", certificate.Subject);
        Assert.Equal([Purpose.ClientAuthentication], certificate.Purposes!.Value);
        Assert.Equal("evidence, line 3", certificate.Cite(nameof(Certificate.Purposes)).ToString());
    }

    [Fact]
    public void An_empty_store_is_an_answer()
    {
        var store = Read.One<StoreListed>("""
            PS C:\> certutil -store My
            My "Personal"
            CertUtil: -store command completed successfully.
            """);

        Assert.Empty(store.Certificates);
        Assert.True(store.Complete);
        Assert.Equal(StoreLocation.LocalMachine, store.Location);
    }
}
