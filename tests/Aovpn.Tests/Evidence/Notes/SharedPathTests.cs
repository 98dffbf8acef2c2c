namespace Aovpn.Tests.Evidence.Notes;

/// <summary>Another device on the same network compares devices and frees the path; a phone's own network compares networks.</summary>
public sealed class SharedPathTests
{
    [Theory]
    [InlineData("809 on the notebook. My sister's tablet connects over the very same Wi-Fi.")]
    [InlineData("809 here. From the same network, an iPhone is able to connect to that gateway.")]
    [InlineData("Her Mac, plugged into the same router, has no trouble connecting.")]
    [InlineData("A colleague at the next table uses the same hotel Wi-Fi and is connected, I get 809.")]
    [InlineData("Fehler 809 auf meinem Rechner, das Tablet im selben WLAN verbindet sich.")]
    [InlineData("Erreur 809 sur ce poste, mais une tablette sur le même réseau se connecte.")]
    [InlineData("Error 809 en mi equipo; el móvil, en la misma red, se conecta.")]
    [InlineData("Errore 809 sul mio computer, il tablet sulla stessa rete si connette.")]
    [InlineData("Erro 809 neste computador; o tablet na mesma rede conecta.")]
    [InlineData("Ошибка 809 на моём ноутбуке, планшет в той же сети подключается.")]
    public void Another_device_on_the_same_network_connects(string note)
    {
        var understood = Say.Understood(note);

        Assert.Contains("topic:same-network-works", understood);
        Assert.Contains("differs-by:device", understood);
        Assert.DoesNotContain("differs-by:network", understood);
        Assert.DoesNotContain("differs-by:operating-system", understood);
    }

    [Theory]
    [InlineData("809 on my router at home; over the phone's hotspot it connects.")]
    [InlineData("809 for all three laptops in the branch, they are on the same network and nobody connects.")]
    [InlineData("809. Laptop and tablet are in the same network and both fail.")]
    [InlineData("We moved the server into the same network as the clients, since then 809.")]
    [InlineData("On the same router yesterday it worked, today it fails for every device.")]
    [InlineData("Does the tablet connect over the same network?")]
    [InlineData("809. On the same network the internet works on my tablet.")]
    public void Nothing_is_said_of_the_path(string note) => Assert.DoesNotContain("topic:same-network-works", Say.Understood(note));
}
