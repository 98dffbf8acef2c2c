using Aovpn.Codecs;
using Aovpn.Codecs.Tls;

namespace Aovpn.Probes.Tests.Codecs.Tls;

/// <summary>Literal bytes laid out by hand from RFC 5246 section 7.4 and RFC 8446 section 4.</summary>
public sealed class TlsRecordTests
{
    private static readonly byte[] Hello =
    [
        0x03, 0x03, .. new byte[32], 0, 0, 2, 0x13, 0x01, 1, 0,
        0, 20, 0, 0, 0, 16, 0, 14, 0, 0, 11, .. "vpn.example"u8,
    ];

    [Fact]
    public void A_client_hello_names_the_server()
    {
        byte[] handshake = [1, 0, 0, (byte)Hello.Length, .. Hello];
        byte[] record = [22, 3, 1, 0, (byte)handshake.Length, .. handshake, 0xFF];

        var read = TlsRecord.Read(record)!;
        var message = TlsHandshake.Read(read.Fragment)!;

        Assert.Equal(("ClientHello", "vpn.example"), (message.Name, message.ServerNameIndication()));
        Assert.Null(TlsRecord.Read(record.AsMemory(0, record.Length - 2)));
    }

    [Fact]
    public void A_client_hello_cut_in_a_field_names_it()
    {
        for (var length = 0; length < Hello.Length; length++)
        {
            var cut = new TlsHandshake(TlsHandshake.ClientHello, Hello.AsMemory(0, length));
            if (length != Hello.Length - 22) // between the fixed part and the extensions, which may be absent
                Assert.Throws<MalformedException>(() => cut.ServerNameIndication());
        }
    }

    [Fact]
    public void A_server_hello_of_tls_1_3_hides_its_version_in_an_extension()
    {
        byte[] old = [0x03, 0x03, .. new byte[32], 0, 0x13, 0x02, 0];
        byte[] modern = [.. old, 0, 6, 0, 43, 0, 2, 0x03, 0x04];

        Assert.Equal(0x0303, new TlsHandshake(TlsHandshake.ServerHello, old).SelectedVersion());
        Assert.Equal(0x0304, new TlsHandshake(TlsHandshake.ServerHello, modern).SelectedVersion());
    }

    [Fact]
    public void A_certificate_message_gives_each_certificate()
    {
        byte[] body = [0, 0, 9, 0, 0, 2, 0x30, 0x00, 0, 0, 1, 0x31];

        var certificates = new TlsHandshake(TlsHandshake.Certificate, body).Certificates();

        Assert.Equal(["3000", "31"], certificates.Select(der => Convert.ToHexString(der.Span)));
        Assert.Throws<MalformedException>(() => new TlsHandshake(TlsHandshake.Certificate, body.AsMemory(0, 8)).Certificates());
    }

    [Fact]
    public void An_alert_has_the_name_of_the_rfc()
    {
        Assert.Equal(("unknown_ca", true), (TlsAlert.Decode([2, 48]).Name, TlsAlert.Decode([2, 48]).IsFatal));
        Assert.Throws<MalformedException>(() => TlsAlert.Decode([2, 48, 1]));
    }

    [Fact]
    public void What_is_not_tls_is_said() => Assert.Throws<MalformedException>(() => TlsRecord.Read("HTTP/1.1 200 OK"u8.ToArray()));
}
