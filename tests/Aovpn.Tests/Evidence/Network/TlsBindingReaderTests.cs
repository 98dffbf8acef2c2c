using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class TlsBindingReaderTests
{
    [Fact]
    public void Bindings_are_read_with_hash_and_application()
    {
        var seen = Read.One<TlsBindingsListed>("""
            SSL Certificate bindings:
            -------------------------

                IP:port                      : 0.0.0.0:443
                Certificate Hash             : AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                Application ID               : {ba195980-cd49-458b-9e23-c84ee0adcd75}
                Certificate Store Name       : MY
                Negotiate Client Certificate : Disabled

                Hostname:port                : www.example.com:443
                Certificate Hash             : bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                Application ID               : {4dc3e181-e14b-4a21-b022-59fc669b0914}
            """, HostRole.VpnServer);

        Assert.Equal([("0.0.0.0:443", true), ("www.example.com:443", false)], seen.Bindings.Select(binding => (binding.Endpoint, binding.IsForSstp)));
        Assert.Equal(new string('a', 40), seen.Bindings[0].Thumbprint);
        Assert.Equal(TlsBinding.SstpApplication, seen.Bindings[0].ApplicationId);
        Assert.Equal(new Locator.Lines(5), seen.Bindings[0].Fields[nameof(TlsBinding.Thumbprint)]);
    }

    [Fact]
    public void Labels_of_another_language_do_not_matter() => Assert.Equal(
        "[::]:443",
        Assert.Single(Read.One<TlsBindingsListed>("    IP-Adresse:Port              : [::]:443\n    Zertifikathash               : bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n    Anwendungs-ID                : {ba195980-cd49-458b-9e23-c84ee0adcd75}\n").Bindings).Endpoint);

    [Fact]
    public void An_address_with_a_port_alone_is_no_binding() =>
        Assert.Empty(Read.Text("Server : 192.0.2.10:443\nState : down\n").Observations.OfType<TlsBindingsListed>());
}
