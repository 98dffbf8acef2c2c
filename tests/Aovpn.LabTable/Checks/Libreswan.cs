namespace Aovpn.LabTable.Checks;

/// <summary>libreswan's pluto as a VPN server with certificates on both sides; it takes no EAP.</summary>
internal sealed class Libreswan(PeerNetwork network, Lab lab, string folder)
{
    private const string Unpacked = "/usr/local/lib/aovpn-lab/libreswan/usr/libexec/ipsec";
    private const string Mounted = "/usr/libexec/ipsec";
    private const int IkePort = 500;

    public string Log => Path.Combine(folder, "pluto.out");

    /// <param name="certificate">Which of the lab's for VPN servers.</param>
    public void Start(string certificate)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "nss"));
        Directory.CreateDirectory(Path.Combine(folder, "run"));
        var (database, bundle) = ($"sql:{folder}/nss", Path.Combine(folder, "server.p12"));
        Must("certutil", "-N", "-d", database, "--empty-password");
        Must("certutil", "-A", "-d", database, "-n", "root", "-t", "CT,,", "-a", "-i", lab.Pki("ca.pem"));
        Must("openssl", "pkcs12", "-export", "-in", lab.Pki(certificate + ".pem"), "-inkey", lab.Pki("server.key"), "-name", "server", "-passout", "pass:", "-out", bundle);
        Must("pk12util", "-i", bundle, "-d", database, "-W", "", "-K", "");
        File.WriteAllText(Path.Combine(folder, "ipsec.secrets"), "");
        File.WriteAllText(
            Path.Combine(folder, "ipsec.conf"),
            $"""
            config setup
                virtual-private=%v4:10.0.0.0/8
            conn aovpn
                ikev2=insist
                left={PeerNetwork.Server}
                leftcert=server
                leftid=@{lab.Environment["LAB_VPN_NAME"]}
                leftsubnet=0.0.0.0/0
                leftsendcert=always
                leftrsasigkey=%cert
                right=%any
                rightid=%fromcert
                rightca="DC=test, DC=lab, DC=corp, CN=Lab Root CA"
                rightrsasigkey=%cert
                rightaddresspool=10.9.1.10-10.9.1.50
                narrowing=yes
                authby=rsa-sha2,rsa-sha1
                ike=aes256-sha2_256;modp2048,aes_gcm256-sha2_384;dh20
                esp=aes256-sha2_256,aes_gcm256
                encapsulation=yes
                auto=add

            """);
        network.Start(
            $"""
            mount --bind {Unpacked} {Mounted}
            exec {Mounted}/pluto --nofork --config '{folder}/ipsec.conf' --secretsfile '{folder}/ipsec.secrets' --nssdir '{folder}/nss' --rundir '{folder}/run' --ipsecdir '{folder}' --stderrlog
            """,
            Log, ("-lun", IkePort));
        var whack = $"{Unpacked}/whack --rundir '{folder}/run'";
        Must("ip", "netns", "exec", network.ServerName, "sh", "-c", $"{Unpacked}/addconn --config '{folder}/ipsec.conf' --ctlsocket '{folder}/run/pluto.ctl' aovpn && {whack} --listen");
    }

    private static void Must(params string[] words)
    {
        if (Lab.Start(words) is { Status: not 0 } failed)
            throw new InvalidOperationException($"{words[0]}: {failed.Output} {failed.Error}");
    }
}
