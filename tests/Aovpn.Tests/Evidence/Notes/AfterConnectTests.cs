namespace Aovpn.Tests.Evidence.Notes;

/// <summary>Connected, and then: one network, IPv4 alone, no shares, no way back.</summary>
public sealed class AfterConnectTests
{
    [Theory]
    [InlineData("Once the VPN is connected only the 10.20.0.x machines answer, all the rest is unreachable.")]
    [InlineData("With the tunnel up I can reach 172.16.4.0/24 and nothing else.")]
    [InlineData("VPN is up, 10.44.1.x pings, but the rest of our networks does not.")]
    [InlineData("VPN steht, 10.5.0.x geht, alles andere ist tot.")]
    [InlineData("Connecté : 10.8.2.x répond, tout le reste est inaccessible.")]
    [InlineData("La VPN está conectada: 192.168.30.x responde, todo lo demás no funciona.")]
    [InlineData("VPN connessa: 10.8.1.x risponde, tutto il resto non funziona.")]
    [InlineData("VPN подключен: 10.8.1.x отвечает, остальные сети не отвечают.")]
    public void One_network_answers(string note) => Assert.Contains("symptom:connected-one-subnet", Say.Understood(note));

    [Theory]
    [InlineData("Error 809 at home, everything else works fine.")]
    [InlineData("Only 10.0.0.5 has a certificate, everything else fails with 13806.")]
    [InlineData("The pool is not part of the internal or the branch subnet.")]
    public void No_one_network(string note) => Assert.DoesNotContain("symptom:connected-one-subnet", Say.Understood(note));

    [Theory]
    [InlineData("Once connected, Windows is left with IPv4 and nothing else.")]
    [InlineData("Over the VPN the notebook only gets IPv4.")]
    [InlineData("Connected over IKEv2, there is no v6.")]
    [InlineData("Im Tunnel haben die Windows-Clients nur IPv4.")]
    [InlineData("Une fois connecté, Windows n'obtient que l'IPv4.")]
    [InlineData("La VPN está conectada pero Windows solo recibe IPv4.")]
    [InlineData("Dopo la connessione Windows ottiene solo IPv4.")]
    [InlineData("Depois de conectar, o Windows recebe apenas IPv4 pela VPN.")]
    [InlineData("После подключения Windows получает только IPv4.")]
    [InlineData("连接 VPN 后只有 IPv4。")]
    public void Ipv4_alone(string note) => Assert.Contains("symptom:connected-no-ipv6", Say.Understood(note));

    [Theory]
    [InlineData("809 at home. The provider is IPv4 only.")]
    [InlineData("My line at home only has IPv4, error 809.")]
    [InlineData("809. Der Anbieter hat nur IPv4.")]
    public void The_provider_has_IPv4_alone(string note) => Assert.DoesNotContain("symptom:connected-no-ipv6", Say.Understood(note));

    [Theory]
    [InlineData("The VPN is connected, but I can't open the shared folders.")]
    [InlineData("Once connected the network drives fail to map.")]
    [InlineData("VPN ist verbunden, die Netzlaufwerke lassen sich nicht öffnen.")]
    [InlineData("Le VPN est connecté mais les lecteurs réseau ne s'ouvrent pas.")]
    [InlineData("La VPN está conectada pero las carpetas compartidas no se abren.")]
    [InlineData("VPN connessa, le cartelle condivise non si aprono.")]
    public void Shares_do_not_open(string note) => Assert.Contains("topic:shares-fail", Say.Understood(note));

    [Theory]
    [InlineData("Connected, the shared folders open, the intranet does not.")]
    [InlineData("Users share the same network.")]
    public void Shares_are_not_amiss(string note) => Assert.DoesNotContain("topic:shares-fail", Say.Understood(note));

    [Theory]
    [InlineData("Connected, no server answers. The VPN pool lies outside our LAN.")]
    [InlineData("The VPN clients have their own subnet and reach nothing.")]
    [InlineData("Der Adresspool liegt in keinem internen Netz.")]
    [InlineData("Le pool d'adresses n'appartient pas au réseau local, il n'est pas dans le réseau.")]
    [InlineData("El pool de direcciones no pertenece a la red interna.")]
    [InlineData("Il pool di indirizzi non fa parte della rete interna.")]
    public void The_pool_is_foreign_inside(string note) => Assert.Contains("topic:foreign-pool", Say.Understood(note));

    [Theory]
    [InlineData("Error 720, the address pool is too small.")]
    [InlineData("The pool is in the server's own LAN.")]
    public void The_pool_is_not_foreign(string note) => Assert.DoesNotContain("topic:foreign-pool", Say.Understood(note));
}
