namespace Aovpn.Tests.Evidence.Notes;

/// <summary>One sentence, as it stands in a ticket or is told on the telephone.</summary>
public sealed class EverydayComplaintTests
{
    [Theory]
    [InlineData("VPN ist verbunden, aber die Laufwerke sind weg", "symptom:connected-no-access")]
    [InlineData("VPN-Verbindung wird ständig unterbrochen, alle 10 Minuten", "symptom:drops")]
    [InlineData("VPN-Verbindung wird ständig unterbrochen, alle 10 Minuten", "topic:regular-interval")]
    [InlineData("Le VPN se connecte mais je n'ai pas accès aux lecteurs réseau", "symptom:connected-no-access")]
    [InlineData("La VPN se desconecta cada hora", "topic:regular-interval")]
    [InlineData("No puedo conectar la VPN desde casa pero desde el móvil funciona", "differs-by:network")]
    [InlineData("Non riesco a collegarmi alla VPN dopo il cambio password", "symptom:connection-fails")]
    [InlineData("A VPN conecta mas não abre nada", "symptom:connected-no-access")]
    [InlineData("VPN подключается, но сетевые диски недоступны", "symptom:connected-no-access")]
    [InlineData("VPNに接続できません。パスワードを変更した後です", "symptom:connection-fails")]
    [InlineData("使用IKEV2模式连接vpn成功，无法上网。", "symptom:connected-no-access")]
    [InlineData("手机连上能上网，PC连上但是不能上网了", "symptom:connected-no-access")]
    [InlineData("windows11在ikev2模式下是809异常", "code:809")]
    [InlineData("VPN连上但是不能上网", "topic:internet-lost")]
    [InlineData("When I connect to the VPN I lose internet", "topic:internet-lost")]
    [InlineData("VPN ist verbunden, aber kein Internet", "topic:internet-lost")]
    [InlineData("VPN works on wifi but not on ethernet", "differs-by:network")]
    [InlineData("user can connect to the VPN but gets a 169.254.10.3 address", "topic:dhcp")]
    [InlineData("Cannot connect to the VPN: no proposal chosen", "code:13868")]
    [InlineData("At exactly 60 minutes the server closes the VPN connection", "symptom:drops")]
    [InlineData("After the renewal the VPN says there are no more files. To clear sign-in info helps.", "topic:remembered-credentials")]
    [InlineData("The resources of the network to which I connect are unavailable once the VPN is connected", "symptom:connected-no-access")]
    [InlineData("The VPN server is a VPS that we rented, L2TP gives 809", "topic:cloud-hosted")]
    [InlineData("Der VPN-Server steht bei einem Hoster in der Cloud", "topic:cloud-hosted")]
    [InlineData("Opening the phonebook shows no entries, the VPN is not there", "topic:phonebook-corrupt")]
    [InlineData("VPN: le répertoire téléphonique est vide", "topic:phonebook-corrupt")]
    [InlineData("Each user holds certificates from two different issuers, the VPN does not connect", "topic:several-certificates")]
    [InlineData("用户的证书由不同的 CA 颁发，VPN 无法连接", "topic:several-certificates")]
    [InlineData("VPN is up, but the clients remain on IPv4 alone", "symptom:connected-no-ipv6")]
    [InlineData("VPN says the connected party did not properly respond after a period of time", "code:0x8007274C")]
    [InlineData("VPN connected, some websites open while others don't", "symptom:connected-large-transfers-fail")]
    [InlineData("With every VPN attempt the counter of wrong passwords rises", "topic:bad-password-count")]
    [InlineData("Device and user tunnel together exhaust our IP addresses", "topic:pool-exhausted")]
    public void Is_understood(string note, string expected) => Assert.Contains(expected, Say.Understood(note));

    [Theory]
    [InlineData("The user dialed a connection named VPN which has failed with 809.", "symptom:connected-no-names")]
    [InlineData("VPN-Verbindung wird ständig unterbrochen, alle 10 Minuten", "same-for:user")]
    [InlineData("全新安装的ikev2.可以正常连接，但连接之后无法访问内网且无法访问外网。", "symptom:connection-fails")]
    public void Nothing_else_is(string note, string unexpected) => Assert.DoesNotContain(unexpected, Say.Understood(note));
}
