namespace Aovpn.Tests.Evidence.Notes;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("Depuis la maison le VPN ne fonctionne pas, mais avec le partage de connexion il fonctionne.", "differs-by:network")]
    [InlineData("Tous les utilisateurs ont l'erreur 809.", "same-for:user")]
    [InlineData("Il n'y a pas de pare-feu dans notre réseau.", "no-topic:firewall")]
    [InlineData("Le certificat du serveur a expiré hier, et nous avons l'erreur 13801.", "topic:certificate-expired")]
    [InlineData("La connexion se coupe après 8 heures.", "symptom:drops")]
    [InlineData("Desde casa no funciona, pero con los datos móviles sí se conecta.", "differs-by:network")]
    [InlineData("Todos los usuarios reciben el error 13806 desde la actualización.", "same-for:user")]
    [InlineData("No hay ningún cortafuegos en la red.", "no-topic:firewall")]
    [InlineData("El certificado del servidor ha caducado.", "topic:certificate-expired")]
    [InlineData("Da casa non funziona, ma con l'hotspot del telefono si connette.", "differs-by:network")]
    [InlineData("Il certificato del server è scaduto e la connessione non funziona.", "topic:certificate-expired")]
    [InlineData("Todos os usuários recebem o erro 809 quando conectam.", "code:809")]
    [InlineData("O certificado do servidor expirou e a VPN não funciona.", "topic:certificate-expired")]
    [InlineData("У всех пользователей ошибка 809.", "code:809")]
    [InlineData("У всех пользователей ошибка 809.", "same-for:user")]
    [InlineData("Через телефон подключается, из дома не подключается.", "differs-by:network")]
    [InlineData("全員がエラー 809 で接続できません。", "code:809")]
    [InlineData("テザリングでは接続できますが、自宅では接続できません。", "differs-by:network")]
    [InlineData("サーバー証明書の有効期限が切れています。", "topic:certificate-expired")]
    [InlineData("所有用户都出现错误 809，无法连接。", "same-for:user")]
    [InlineData("用手机热点可以连接，在家无法连接。", "differs-by:network")]
    [InlineData("服务器证书过期了。", "topic:certificate-expired")]
    public void Understands_other_languages(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));
}
