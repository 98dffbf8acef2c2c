namespace Aovpn.Tests.Evidence.Notes;

/// <summary>A word that everybody uses, a number that means many things: alone it names no setting and no defect.</summary>
public sealed class EverydayWordTests
{
    [Theory]
    [InlineData("809. Automatic updates ran last night.", "topic:automatic-tunnel-type")]
    [InlineData("Fehler 809. Windows hat sich automatisch aktualisiert.", "topic:automatic-tunnel-type")]
    [InlineData("Event ID 404 is in the MDM log, the profile was rejected.", "topic:web-server-answer")]
    [InlineData("Im MDM-Protokoll steht Ereignis 404.", "topic:web-server-answer")]
    [InlineData("Error 809 on Windows 10 1903.", "topic:windows-defect")]
    [InlineData("Error 868, vpn.example.com does not resolve in public DNS.", "symptom:connected-no-names")]
    public void Alone_it_says_nothing(string note, string not) => Assert.DoesNotContain(not, Say.Understood(note));

    [Theory]
    [InlineData("The VPN type of the profile is Automatic.", "topic:automatic-tunnel-type")]
    [InlineData("Der Tunneltyp steht auf Automatisch.", "topic:automatic-tunnel-type")]
    [InlineData("SSTP fails, port 443 returns 404.", "topic:web-server-answer")]
    [InlineData("SSTP geht nicht, Port 443 antwortet mit 404.", "topic:web-server-answer")]
    [InlineData("RasMan crashes on Windows 10 1903.", "topic:windows-defect")]
    [InlineData("Automatic reconnect after sleep doesn't work.", "symptom:never-dials")]
    [InlineData("Tunnel is up but DNS is not working.", "symptom:connected-no-names")]
    [InlineData("Tunnel steht, aber die DNS-Auflösung klappt nicht.", "symptom:connected-no-names")]
    [InlineData("Le tunnel est monté mais le DNS ne fonctionne pas.", "symptom:connected-no-names")]
    [InlineData("El túnel está conectado pero el DNS no funciona.", "symptom:connected-no-names")]
    [InlineData("Il tunnel è connesso ma il DNS non funziona.", "symptom:connected-no-names")]
    [InlineData("O túnel está ligado mas o DNS não funciona.", "symptom:connected-no-names")]
    [InlineData("VPN подключён, но DNS не работает.", "symptom:connected-no-names")]
    [InlineData("The VPN profile fails to deploy to the new laptops.", "symptom:profile-absent")]
    public void With_what_it_belongs_to_it_is_understood(string note, string expected) => Assert.Contains(expected, Say.Understood(note));
}
