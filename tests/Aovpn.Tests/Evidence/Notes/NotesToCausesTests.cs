using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Notes;

/// <summary>What a helpdesk, an engineer or somebody in a foreign language writes of a cause leads to its page. Written before the words were chosen that read it.</summary>
public sealed class NotesToCausesTests
{
    private const int First = 3;

    [Theory]
    [InlineData("RC-06H", "The certificate on the VPN connectivity blade cannot be deleted.")]
    [InlineData("RC-101", "We run VPN_Profile.ps1 over RDP and it does not find the user's SID.")]
    [InlineData("RC-062", "The user sees \"Oops - You can't get to this yet\".")]
    [InlineData("RC-003", "UDP 500 is open on the firewall, but UDP 4500 is blocked.")]
    [InlineData("RC-018", "Only one laptop has 809. It has a third-party security suite; other laptops in the same house connect.")]
    [InlineData("RC-047", "AUTH payload signature does not verify with the presented cert; key and certificate don't match on the gateway.")]
    [InlineData("RC-06P", "The password is too old and VPN does not allow to change it.")]
    [InlineData("RC-090", "The pool of address is full, nobody can connect more.")]
    [InlineData("RC-001", "Nobody can dial in from outside. Our provider swapped the firewall and the IKE ports were not carried over.")]
    [InlineData("RC-001", "809 from every mobile hotspot and home line, colleagues in the branch say the firewall blocks UDP 500/4500.")]
    [InlineData("RC-003", "nmap from outside: 500/udp open, 4500/udp filtered. Clients 809.")]
    [InlineData("RC-004", "A colleague on a train gets 809 until he accepts the conditions of the train's Wi-Fi.")]
    [InlineData("RC-005", "Works on my phone's hotspot, not over my home cable modem; capture shows the second IKE_AUTH fragment missing.")]
    [InlineData("RC-009", "Since this morning no one gets a VPN connection, RemoteAccess service on the server does not start after Windows updates.")]
    [InlineData("RC-010", "Both adapters of the RRAS machine sit in 10.0.0.0/24, ping answers, 809 anyway.")]
    [InlineData("RC-012", "SSTP users get a timeout 0x8007274C. Port 443 towards the VPN machine is closed.")]
    [InlineData("RC-014", "Old L2TP profile, error 809; user is behind a Fritzbox.")]
    [InlineData("RC-018", "Since he installed a new antivirus his laptop can't connect (809). His wife's company laptop works at the same table.")]
    [InlineData("RC-019", "Error 711 on a single notebook, somebody disabled IPsec services with a tweak tool.")]
    [InlineData("RC-020", "We hardened the ciphers on RRAS yesterday, now 13868 everywhere.")]
    [InlineData("RC-023", "The tunnel collapses after 8 hours, always.")]
    [InlineData("RC-030a", "13801 with the new certificate. It was made from the Computer template and can only do client authentication.")]
    [InlineData("RC-030b", "13801, server certificate expired on Sunday.")]
    [InlineData("RC-030c", "Clients use remote.example.com, the certificate says vpn01.corp.local. 13801.")]
    [InlineData("RC-030d", "13801 only on machines that are Azure AD joined, the domain machines are fine. They have no root certificate of ours.")]
    [InlineData("RC-030e", "13801 for all. The CA's root is missing in the trusted root store on the RRAS server.")]
    [InlineData("RC-031a", "13806 on freshly installed laptops, no computer certificate yet.")]
    [InlineData("RC-031b", "13806 everywhere, someone deleted the machine certificate on the VPN server.")]
    [InlineData("RC-032", "13801 comes and goes on laptops that have two machine certificates.")]
    [InlineData("RC-035", "The imported machine certificate lacks its private key, 13806.")]
    [InlineData("RC-037", "A laptop which was stolen can still use the device tunnel though we revoked its certificate.")]
    [InlineData("RC-041", "Renewed the VPN certificate, yet the server presents the old one to the clients.")]
    [InlineData("RC-046", "Certificate ended up in the user's store instead of the local machine store.")]
    [InlineData("RC-050", "812 since the NPS policy was edited. It lists only MS-CHAP v2 as authentication method.")]
    [InlineData("RC-051", "812 for one user, everybody else works. She is not in the AD group VPN-Users.")]
    [InlineData("RC-053", "The account's dial-in permission is set to deny access.")]
    [InlineData("RC-060", "After the move to a new issuing CA users get 853. CA not in NTAuth.")]
    [InlineData("RC-061", "After the February DC updates all Intune SCEP certificates are rejected.")]
    [InlineData("RC-062", "Oops - You can't get to this yet, and if I click X the VPN comes up.")]
    [InlineData("RC-063", "Error 798 on one laptop. The user has never enrolled for a certificate.")]
    [InlineData("RC-064", "Authentication fails for everybody since the NPS certificate expired.")]
    [InlineData("RC-067", "Windows shows \"Action needed\" and asks to trust the server at each logon.")]
    [InlineData("RC-06H", "Can't delete the certificate in the VPN connectivity blade.")]
    [InlineData("RC-06L", "Windows asks users to select a certificate, there are two in the list.")]
    [InlineData("RC-06N", "691 and he swears the password is right, but he typed it wrong.")]
    [InlineData("RC-070", "812 for everyone. The RADIUS shared secret was changed on one side only.")]
    [InlineData("RC-074", "NPS shows no 6272 or 6273 events at all.")]
    [InlineData("RC-078", "MFA push arrives too late, VPN already failed.")]
    [InlineData("RC-079", "Every other logon fails; two NPS servers behind the gateway.")]
    [InlineData("RC-07B", "Everybody 812. NPS service not running.")]
    [InlineData("RC-080", "SSTP down for all: TLS certificate expired.")]
    [InlineData("RC-081", "After installing IIS on the VPN server, SSTP no longer works.")]
    [InlineData("RC-082", "SSTP fails with 619 from a customer site whose firewall does TLS inspection.")]
    [InlineData("RC-084", "SSTP complains that the CN name of the certificate does not match.")]
    [InlineData("RC-090", "720 from about 50 users on; the pool only has 50 addresses.")]
    [InlineData("RC-091", "At 9 in the morning the last users get no line, 128 ports are full.")]
    [InlineData("RC-092", "720 on my laptop only, WAN Miniport looks damaged in device manager.")]
    [InlineData("RC-094", "VPN up, ping to a server times out; the server has no route to the VPN pool.")]
    [InlineData("RC-095", "Home router uses 192.168.0.0/24 just like our server network, user can't reach the servers.")]
    [InlineData("RC-098", "Connected and can ping the VPN server's inner address but nothing else.")]
    [InlineData("RC-100", "Profile script fails with a general error, there's an & in the XML.")]
    [InlineData("RC-101", "We started VPN_Profile.ps1 in an RDP session, it could not find the user.")]
    [InlineData("RC-102", "VPN_Profile.ps1 fails with access denied, run as a standard user.")]
    [InlineData("RC-103", "VPN_Profile.ps1 cannot be loaded because running scripts is disabled on this system.")]
    [InlineData("RC-110", "User unticked connect automatically; since then VPN must be started by hand.")]
    [InlineData("RC-114", "At home the VPN never connects by itself, his router hands out our domain as DNS suffix.")]
    [InlineData("RC-115", "VPN connects although the laptop is on the company LAN.")]
    [InlineData("RC-116", "Device tunnel connected, the user tunnel never dials.")]
    [InlineData("RC-119", "VPN drops whenever the laptop goes to sleep.")]
    [InlineData("RC-120", "Connected but cannot reach anything, route print shows no company networks.")]
    [InlineData("RC-121", "Connected, can ping servers by IP, but not by name.")]
    [InlineData("RC-122", "Once the VPN is up, mapped drives ask for credentials.")]
    [InlineData("RC-128", "Small files copy fine, large ones hang.")]
    [InlineData("RC-131", "Connected, but IPv6 goes straight to the internet.")]
    [InlineData("RC-132", "One subnet can't be reached, all the others can.")]
    [InlineData("RC-018", "809. From this desk my iPad gets through to the VPN gateway over the very same Wi-Fi, only the Windows notebook does not.")]
    [InlineData("RC-097", "Error 809 on her PC. Her husband's Mac, plugged into the same router, has no trouble connecting to our gateway.")]
    [InlineData("RC-092", "Error 720. My notebook is the only one, the others of our team connect.")]
    [InlineData("RC-030c", "13801. The gateway certificate was created for the public IP, the profile has gw.contoso.example as server.")]
    [InlineData("RC-030c", "13801, le certificat du serveur a été émis pour l'adresse IP, les postes appellent vpn.exemple.example.")]
    [InlineData("RC-102", "I start VPN_Profile_Device.ps1 from an ordinary PowerShell window to create the device tunnel. It stops with an error.")]
    [InlineData("RC-102", "El script del perfil falla con un error, lo ejecuté como usuario normal.")]
    [InlineData("RC-094", "Tunnel is up, no server answers. The VPN pool lies outside our LAN and we do not NAT on the RRAS.")]
    [InlineData("RC-094", "Verbunden, aber kein Server erreichbar. Der Adressbereich der VPN-Clients ist den internen Routern nicht bekannt.")]
    [InlineData("RC-120", "With the tunnel up I can reach 172.16.4.0/24 and nothing else. The gateway offers that network only.")]
    [InlineData("RC-131", "The VPN hands IPv6 to our Linux clients. Windows clients only have IPv4 once connected.")]
    [InlineData("RC-122", "VPN connection is established; mapped network drives are not accessible.")]
    [InlineData("RC-006", "809 behind an LB: established tunnels keep running, anyone new is turned away.")]
    [InlineData("RC-106", "After the script ran the users can't see the VPN connection any more, rasphone.pbk is corrupt.")]
    [InlineData("RC-06K", "691, password certainly right, the DC refuses NTLM and badPwdCount rises with each attempt.")]
    [InlineData("RC-133", "Connected, the DNS server that the VPN assigns does not answer.")]
    [InlineData("RC-001", "VPN verbindet nicht, Fehler 809. Die Firewall blockiert UDP 500 und 4500.")]
    [InlineData("RC-030b", "Fehler 13801 bei allen, das Zertifikat des VPN-Servers ist abgelaufen.")]
    [InlineData("RC-051", "Fehler 812, der Benutzer ist nicht in der VPN-Gruppe.")]
    [InlineData("RC-121", "Verbunden, aber Namen werden nicht aufgelöst, per IP geht es.")]
    [InlineData("RC-001", "Le VPN ne se connecte pas, erreur 809, le pare-feu bloque les ports UDP 500 et 4500.")]
    [InlineData("RC-030b", "Error 13801, el certificado del servidor VPN ha caducado.")]
    [InlineData("RC-121", "Connesso, ma i nomi non si risolvono, con l'indirizzo IP funziona.")]
    public void A_note_puts_its_cause_among_the_first_three(string cause, string note)
    {
        var first = Suspected.After(note).Take(First).ToArray();
        Assert.True(
            first.Any(finding => finding.Page.Causes.Contains(cause)),
            $"{cause} is not among {string.Join(", ", first.Select(finding => finding.Page.Id))}; understood: {string.Join(" ", Say.Understood(note))}");
    }

    [Theory]
    [InlineData("VPN works fine since Monday, thank you.")]
    [InlineData("Everything is good again, no problems with the VPN.")]
    [InlineData("We have 400 users with Always On VPN on Windows 11.")]
    [InlineData("The meeting about the VPN is on Monday at ten.")]
    [InlineData("The backup job failed last night.")]
    public void Where_nobody_complains_nothing_is_suspected(string note) =>
        Assert.Empty(Suspected.After(note));

    [Theory]
    [InlineData("VPN does not connect.")]
    [InlineData("Users cannot connect to the VPN since this morning.")]
    [InlineData("Das VPN verbindet sich nicht.")]
    public void That_it_does_not_connect_is_a_symptom_of_its_own(string note) => Assert.Contains("symptom:connection-fails", Say.Understood(note));

    [Fact]
    public void A_code_says_more_than_that_it_does_not_connect()
    {
        var file = new CaseFile(Read.Text("VPN does not connect, error 809.").Observations, default);

        Assert.Equal(Code.Windows(809u), Assert.Single(Symptoms.In(file)).Code);
    }

    [Theory]
    [InlineData("The user sees \"Oops - You can't get to this yet, sorry about that\".", "symptom:oops")]
    [InlineData("VPN_Profile.ps1 fails with an error.", "symptom:script-error")]
    [InlineData("VPN_Profile.ps1 fails with an error.", "topic:script")]
    [InlineData("The certificate on the VPN connectivity blade cannot be deleted.", "symptom:cannot-delete-certificate")]
    [InlineData("UDP 500 is open on the firewall, but UDP 4500 is blocked.", "topic:ports-blocked")]
    [InlineData("UDP 500 is open on the firewall, but UDP 4500 is blocked.", "topic:port-4500")]
    [InlineData("Sometimes it connects and sometimes the tunnel just ends for no reason that anybody knows of, 809.", "code:809")]
    public void Understands(string note, string expected) => Assert.Contains(expected, Say.Understood(note));
}
