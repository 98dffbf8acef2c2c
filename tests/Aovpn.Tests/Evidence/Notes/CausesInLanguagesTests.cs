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
}
