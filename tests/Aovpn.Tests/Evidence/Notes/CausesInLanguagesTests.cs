namespace Aovpn.Tests.Evidence.Notes;

/// <summary>What separates causes is understood in every language, not only in English and German.</summary>
public sealed class CausesInLanguagesTests
{
    [Theory]
    [InlineData("Le service NPS est arrêté depuis ce matin.", "topic:nps-service")]
    [InlineData("Le pool d'adresses du VPN est épuisé.", "topic:pool-exhausted")]
    [InlineData("Il n'y a aucune route vers le pool du VPN.", "topic:return-route")]
    [InlineData("Le script a été lancé par bureau à distance.", "topic:rdp-session")]
    [InlineData("El servicio NPS está detenido y el VPN no funciona.", "topic:nps-service")]
    [InlineData("No quedan direcciones libres para los clientes de VPN.", "topic:pool-exhausted")]
    [InlineData("El VPN sigue presentando el certificado antiguo.", "topic:old-certificate")]
    [InlineData("Il segreto condiviso del server VPN è sbagliato.", "topic:shared-secret")]
    [InlineData("La VPN si connette sempre con SSTP.", "topic:sstp-fallback")]
    [InlineData("Le due schede del server stanno nella stessa sottorete.", "topic:same-subnet")]
    [InlineData("O perfil da VPN não tem nenhuma rota.", "topic:route-missing")]
    [InlineData("O serviço Roteamento e Acesso Remoto parou.", "topic:rras-service")]
    [InlineData("O relógio do notebook está atrasado.", "topic:clock")]
    [InlineData("Список отзыва не загружается с сервера NPS.", "topic:crl")]
    [InlineData("Служба NPS остановлена, VPN не работает.", "topic:nps-service")]
    [InlineData("Обратного маршрута к пулу VPN нет.", "topic:return-route")]
    [InlineData("VPNサーバーのサービスが停止しています。", "topic:service-stopped")]
    [InlineData("共有シークレットを変更してからVPNがつながりません。", "topic:shared-secret")]
    [InlineData("VPN の証明書の名前が一致しません。", "topic:name-mismatch")]
    [InlineData("VPN 地址池已经用完了。", "topic:pool-exhausted")]
    [InlineData("VPN 服务器没有回程路由。", "topic:return-route")]
    [InlineData("NPS 的共享机密不对，VPN 无法连接。", "topic:shared-secret")]
    public void Understands_what_separates_causes(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("Everybody in my team gets onto the VPN, but not me.", "differs-by:user")]
    [InlineData("Alle kommen ins VPN, nur bei mir nicht.", "differs-by:user")]
    [InlineData("Toute l'équipe se connecte au VPN, moi non.", "differs-by:user")]
    [InlineData("Todos entran en la VPN menos yo.", "differs-by:user")]
    [InlineData("The firewall lets nothing through on UDP 4500.", "topic:ports-blocked")]
    [InlineData("The RRAS service refuses to start.", "topic:service-stopped")]
    [InlineData("With the first NPS the VPN connects, with the second NPS it fails.", "differs-by:server")]
    [InlineData("Im Fenster steht \"Oops - You can't get to this yet\".", "symptom:oops")]
    public void Understands_contrasts_and_dialogs(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("In the PEAP properties of NPS no certificate is selected.", "symptom:asks-for-certificate")]
    [InlineData("The branch is cut off from the VPN.", "symptom:drops")]
    public void Takes_no_other_thing_for_a_symptom(string sentence, string word) => Assert.DoesNotContain(word, Say.Understood(sentence));
}
