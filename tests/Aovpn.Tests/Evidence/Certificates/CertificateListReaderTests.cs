using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Certificates;

public sealed class CertificateListReaderTests
{
    [Fact]
    public void Reads_the_table()
    {
        var store = Read.One<StoreListed>("""
            PS C:\> Get-ChildItem Cert:\LocalMachine\My

               PSParentPath: Microsoft.PowerShell.Security\Certificate::LocalMachine\My

            Thumbprint                                Subject
            ----------                                -------
            A50337AB015D5612B7DC4C1E759D201E74CC2A93  CN=vpn.example.com, O=Corp
            """);

        Assert.Equal(("My", StoreLocation.LocalMachine, false), (store.Store, store.Location, store.Complete));
        var certificate = Assert.Single(store.Certificates);
        Assert.Equal(("CN=vpn.example.com, O=Corp", "a50337ab015d5612b7dc4c1e759d201e74cc2a93"), (certificate.Subject, certificate.Thumbprint));
    }

    [Fact]
    public void Reads_the_list()
    {
        var store = Read.One<StoreListed>("""
            PSPath                   : Microsoft.PowerShell.Security\Certificate::CurrentUser\My\A50337AB015D5612B7DC4C1E759D201E74CC2A93
            EnhancedKeyUsageList     : {Client Authentication (1.3.6.1.5.5.7.3.2)}
            DnsNameList              : {vpn.example.com}
            HasPrivateKey            : True
            Issuer                   : CN=corp-CA01-CA, DC=corp, DC=example
            NotAfter                 : 3/14/2027 8:07:00 AM
            NotBefore                : 3/14/2026 8:07:00 AM
            SerialNumber             : 6B00000002A1
            Subject                  : CN=Alice, DC=corp, DC=example
            Thumbprint               : A50337AB015D5612B7DC4C1E759D201E74CC2A93
            """);

        Assert.Equal(("My", StoreLocation.CurrentUser), (store.Store, store.Location));
        var certificate = Assert.Single(store.Certificates);
        Assert.Equal([Purpose.ClientAuthentication], certificate.Purposes!.Value);
        Assert.True(certificate.HasPrivateKey);
        Assert.Equal(new ListedDate(new(2027, 3, 14, 8, 7, 0)), certificate.NotAfter);
        Assert.Equal("evidence, line 6", certificate.Cite(nameof(Certificate.NotAfter)).ToString());
    }
}
