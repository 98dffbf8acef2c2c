namespace Aovpn.Tests.Evidence.Notes;

/// <summary>What Windows itself shows in its languages: the code it means, and nothing of the firewalls, routers and modems that it speaks of.</summary>
public sealed class WindowsTextsTests
{
    [Theory]
    [InlineData(633, "Das Modem (oder ein anderes Verbindungsgerät) wird bereits verwendet oder ist nicht richtig konfiguriert.")]
    [InlineData(789, "Der L2TP-Verbindungsversuch ist fehlgeschlagen, da ein Verarbeitungsfehler während der ersten Sicherheitsaushandlung mit dem Remotecomputer aufgetreten ist.")]
    [InlineData(809, "Die Netzwerkverbindung zwischen Ihrem Computer und dem VPN-Server konnte nicht hergestellt werden, weil der Remoteserver nicht reagiert. Das kann daran liegen, dass eines der Netzwerkgeräte (z. B. Firewalls, NAT, Router usw.) zwischen Ihrem Computer und dem Remoteserver nicht für das Zulassen von VPN-Verbindungen konfiguriert ist.")]
    [InlineData(734, "Das PPP-Verbindungssteuerungsprotokoll wurde beendet.")]
    [InlineData(619, "Une connexion à l'ordinateur distant n'a pas pu être établie. Le port utilisé pour cette connexion a été fermé.")]
    [InlineData(633, "Le modem (ou autre périphérique de connexion) est déjà utilisé ou n'est pas configuré correctement.")]
    [InlineData(789, "La tentative de connexion L2TP a échoué car la couche de sécurité a rencontré une erreur de traitement au cours des négociations initiales avec l'ordinateur distant.")]
    [InlineData(809, "Impossible d'établir la connexion réseau entre votre ordinateur et le serveur VPN car le serveur distant ne répond pas. Cela peut être dû au fait que l'un des périphériques réseau (par exemple, pare-feu, NAT, routeurs, etc.) entre votre ordinateur et le serveur distant n'est pas configuré pour autoriser les connexions VPN.")]
    [InlineData(619, "No se pudo establecer una conexión con el equipo remoto, por lo que se cerró el puerto usado para esta conexión.")]
    [InlineData(789, "El intento de conexión L2TP ha fallado porque el nivel de seguridad encontró un error de proceso durante las negociaciones iniciales con el equipo remoto.")]
    [InlineData(809, "No se pudo establecer la conexión de red entre el equipo y el servidor VPN porque el servidor remoto no responde. Esto puede deberse a que uno de los dispositivos de red (como firewalls, NAT, enrutadores, etc.) entre el equipo y el servidor remoto no está configurado para permitir conexiones VPN.")]
    [InlineData(809, "Impossibile stabilire la connessione di rete tra il computer e il server VPN. Il server remoto non risponde. È possibile che uno dei dispositivi di rete (ad esempio firewall, NAT, router e così via) tra il computer e il server remoto non sia configurato per consentire connessioni VPN.")]
    [InlineData(789, "A tentativa de conexão L2TP falhou porque a camada de segurança encontrou um erro de processamento durante as negociações iniciais com o computador remoto.")]
    [InlineData(809, "Não foi possível estabelecer a conexão de rede entre seu computador e o servidor VPN porque o servidor remoto não está respondendo. Isso pode ter ocorrido porque um dos dispositivos de rede (por exemplo, firewalls, NAT, roteadores etc.) entre seu computador e o servidor remoto não está configurado para permitir conexões VPN.")]
    [InlineData(789, "Попытка L2TP-подключения не удалась из-за ошибки, произошедшей на уровне безопасности во время согласований с удаленным компьютером.")]
    [InlineData(809, "Не удается установить сетевое подключение между компьютером и VPN-сервером, так как удаленный сервер не отвечает. Возможно, одно из сетевых устройств (таких как брандмауэры, NAT, маршрутизаторы) между компьютером и удаленным сервером не настроено для разрешения VPN-подключений.")]
    [InlineData(809, "リモート サーバーが応答しないため、コンピューターと VPN サーバー間のネットワーク接続を確立できませんでした。コンピューターとリモート サーバーの間にあるネットワーク デバイス (ファイアウォール、NAT、ルーターなど) のいずれかが、VPN 接続を許可するよう構成されていない可能性があります。")]
    [InlineData(789, "リモート コンピューターと最初にネゴシエートするときに、セキュリティ層で処理エラーが検出されたため、L2TP 接続に失敗しました。")]
    [InlineData(619, "リモート コンピューターへの接続を確立できなかったため、この接続に使われたポートは閉じられました。")]
    [InlineData(619, "无法建立到远程计算机的连接，因此用于此连接的端口已关闭")]
    [InlineData(633, "调制解调器(或其他连接设备)已在使用，或没有正确配置。")]
    [InlineData(789, "L2TP 连接尝试失败，因为安全层在初始化与远程计算机的协商时遇到了一个处理错误。")]
    [InlineData(809, "无法建立计算机与 VPN 服务器之间的网络连接，因为远程服务器未响应。这可能是因为未将计算机与远程服务器之间的某种网络设备(如防火墙、NAT、路由器等)配置为允许VPN 连接。")]
    public void The_text_is_its_code(int code, string text)
    {
        var understood = Say.Understood("VPN: " + text);

        Assert.Contains($"code:{code}", understood);
        Assert.DoesNotContain(understood, one => one.StartsWith("code:", StringComparison.Ordinal) && one != $"code:{code}");
        Assert.Empty(understood.Intersect(["topic:firewall", "topic:nat", "topic:home-router", "topic:ports-blocked"]));
    }
}
