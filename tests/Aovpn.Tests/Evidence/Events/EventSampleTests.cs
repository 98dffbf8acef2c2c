using System.Runtime.CompilerServices;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Events;

public sealed class EventSampleTests
{
    [Fact]
    public void Wevtutil_tells_the_phases_of_an_attempt_and_its_end()
    {
        var reading = Sample("wevtutil-application.xml");
        var phases = reading.Observations.OfType<ConnectionProgressed>().ToList();

        Assert.Equal(6, reading.Records);
        Assert.Equal(["event-xml"], reading.Kinds);
        Assert.Equal([ConnectionPhase.Started, ConnectionPhase.LinkStarted, ConnectionPhase.Connected, ConnectionPhase.Disconnected], phases.Select(seen => seen.Phase));
        Assert.Equal(("Always On VPN", "vpn.example.com", "WAN Miniport (IKEv2)"), (phases[0].Connection, phases[1].Server, phases[1].Device));
        Assert.Equal(("SYSTEM", "Device Tunnel", Code.Windows(829u)), (phases[3].User, phases[3].Connection, phases[3].Code));
        Assert.Equal(Code.Windows(13801u), Assert.Single(reading.Observations.OfType<ConnectionFailed>()).Code);
        Assert.Equal(5, reading.Observations.Length);
    }

    [Fact]
    public void Gateway_codes_come_from_binary_data_in_any_language()
    {
        var reading = Sample("gateway-system.xml");
        var refused = reading.Observations.OfType<GatewayEvent>().First();
        var failed = reading.Observations.OfType<GatewayEvent>().Last();

        Assert.Equal((20271, @"CORP\alice", null, "198.51.100.7"), (refused.EventId, refused.User, refused.CoId, refused.ClientAddress));
        Assert.Equal((Code.Windows(812u), Code.NpsReason(48)), (refused.Code, refused.NpsReason));
        Assert.Equal(("wanted, line 17", "wanted, line 16"), (refused.Cite(nameof(GatewayEvent.Code)).ToString(), refused.Cite(nameof(GatewayEvent.NpsReason)).ToString()));
        Assert.Equal((20255, null, "0a1b2c3d-58e9-4867-b9e7-1e7d94dc40c8", Code.Windows(13801u)), (failed.EventId, failed.User, failed.CoId, failed.Code));
        Assert.Equal(new Host(HostRole.VpnServer, "VPN1.corp.example"), failed.About);
        Assert.Equal([20274, 4402], reading.Observations.OfType<EventLogged>().Select(seen => seen.EventId));
        Assert.Equal(HostRole.NpsServer, reading.Observations.OfType<EventLogged>().Last().About.Role);
        var service = Assert.Single(reading.Observations.OfType<ServiceSeen>());
        Assert.Equal(("IKEEXT", false), (service.Service, service.Running));
        Assert.DoesNotContain(reading.Observations, seen => seen is Unreadable);
    }

    [Fact]
    public void Capi2_tells_chain_flags_and_whose_key_was_used()
    {
        var reading = Sample("capi2.xml");
        var chain = Assert.Single(reading.Observations.OfType<ChainBuilt>());
        var key = Assert.Single(reading.Observations.OfType<PrivateKeyUsed>());
        var described = Assert.Single(reading.Observations.OfType<CertificateSeen>());

        Assert.Equal(("vpn.example.com", "0x800B0109", "lsass.exe"), (chain.Subject, chain.Result.Hex, chain.Process));
        Assert.Equal(["CORP Issuing CA", "CORP Root CA"], chain.Issuers);
        Assert.Equal(["CERT_TRUST_IS_UNTRUSTED_ROOT"], chain.TrustErrors);
        Assert.Equal("wanted, line 35", chain.Cite(nameof(ChainBuilt.Result)).ToString());
        Assert.Equal(("alice", "CN=CORP Issuing CA, DC=corp", new string('4', 40)), (key.Subject, key.Issuer, key.Thumbprint));
        Assert.Equal("wanted, lines 72-75", key.Cite(nameof(PrivateKeyUsed.Issuer)).ToString());
        Assert.Equal(CertificateUse.Logged, described.Use);
        Assert.Equal([Purpose.ClientAuthentication], described.Certificate.Purposes!.Value);
    }

    [Fact]
    public void The_number_of_Entra_ID_is_found_inside_a_sentence()
    {
        var seen = Assert.Single(Sample("aad-1098.xml").Observations.OfType<CloudSignIn>());

        Assert.Equal((1098, "AADSTS53000"), (seen.EventId, seen.SignInCode.ToString()));
        Assert.Equal("wanted, line 12", seen.Cite(nameof(CloudSignIn.SignInCode)).ToString());
    }

    [Fact]
    public void Format_List_keeps_bytes_and_replacement_strings()
    {
        var reading = Sample("get-eventlog.txt");
        var gateway = Assert.Single(reading.Observations.OfType<GatewayEvent>());
        var failed = Assert.Single(reading.Observations.OfType<ConnectionFailed>());

        Assert.Equal((20111, Code.Windows(13801u), null), (gateway.EventId, gateway.Code, gateway.CoId));
        Assert.Equal(("SYSTEM", "Device, West", Code.Windows(809u)), (failed.User, failed.Connection, failed.Code));
        Assert.Equal("2026-11-02 13:29:21", failed.At?.ToString());
        Assert.Equal(2, reading.Records);
    }

    [Fact]
    public void A_message_with_blank_lines_stays_one_event()
    {
        var seen = Assert.Single(Sample("get-winevent.txt").Observations.OfType<RadiusDecision>());

        Assert.Equal((Code.NpsReason(258), "host/PC1.corp.example", "EAP"), (seen.Reason, seen.User, seen.AuthenticationType));
        Assert.Equal("NPS1.corp.example", seen.About.Name);
    }

    [Fact]
    public void German_labels_and_the_number_at_the_end_are_enough()
    {
        var seen = Assert.Single(Sample("event-viewer-de.txt").Observations.OfType<ConnectionFailed>());

        Assert.Equal((@"CORP\alice", "Firma", Code.Windows(13806u)), (seen.User, seen.Connection, seen.Code));
        Assert.Equal("2026-11-20 09:15:03", seen.At?.ToString());
        Assert.Equal("wanted, lines 3-13", seen.Source.ToString());
    }

    [Fact]
    public void Tree_markers_mean_nothing() =>
        Assert.Equal("0x800B0109", Assert.Single(Sample("tree-view.txt").Observations.OfType<ConnectionFailed>()).Code.Hex);

    [Fact]
    public void No_damage_throws_or_hangs()
    {
        foreach (var file in Directory.EnumerateFiles(Folder()))
        {
            foreach (var copy in Damaged.Copies(File.ReadAllBytes(file), copies: 40))
                Assert.All(Read.Bytes(copy).Observations, seen => Assert.NotNull(seen.Source));
        }
    }

    private static Reading Sample(string name) => Read.Bytes(File.ReadAllBytes(Path.Combine(Folder(), name)), name: "wanted");

    private static string Folder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "samples", "events"));
}
