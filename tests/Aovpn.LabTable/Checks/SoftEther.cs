namespace Aovpn.LabTable.Checks;

/// <summary>SoftEther's VPN server: SSTP and L2TP/IPsec. Debian's build, mended by tests/lab/tools/mend-softether.</summary>
internal sealed class SoftEther(PeerNetwork network, Lab lab, string folder)
{
    /// <summary>Of its IPsec function.</summary>
    public const string PreSharedKey = "lab-secret";

    private const string Program = "/usr/local/lib/aovpn-lab/softether/vpnserver";
    private const int AdministrationPort = 5555, IkePort = 500;

    public void Start()
    {
        string[] state = ["lib", "log", "run"];
        foreach (var name in state)
            Directory.CreateDirectory(Path.Combine(folder, name));
        network.Start(
            $"""
            mkdir -p /run/softether
            mount --bind '{folder}/lib' /var/lib/softether; mount --bind '{folder}/log' /var/log/softether; mount --bind '{folder}/run' /run/softether
            exec {Program} execsvc
            """,
            Path.Combine(folder, "vpnserver.out"), ("-ltn", AdministrationPort));
        ShowCertificate("server-ok");
    }

    /// <summary>From now on, in TLS.</summary>
    public void ShowCertificate(string name) => Set("ServerCertSet", $"/LOADCERT:{lab.Pki(name + ".pem")}", $"/LOADKEY:{lab.Pki("server.key")}");

    public void EnableSstp(bool enabled) => Set("ProtoOptionsSet", "SSTP", "/NAME:Enabled", $"/VALUE:{(enabled ? "true" : "false")}");

    public void EnableL2tp(bool enabled)
    {
        Set("IPsecEnable", $"/L2TP:{(enabled ? "yes" : "no")}", "/L2TPRAW:no", "/ETHERIP:no", $"/PSK:{PreSharedKey}", "/DEFAULTHUB:DEFAULT");
        PeerNetwork.Await(() => network.AsServer(["ss", "-H", "-lun", $"sport = :{IkePort}"]).Output.Length > 0 == enabled, "SoftEther's IKE port");
    }

    private void Set(params string[] words)
    {
        if (network.AsServer(["vpncmd", $"localhost:{AdministrationPort}", "/SERVER", "/CMD", .. words]) is var answer && !answer.Output.Contains("The command completed successfully", StringComparison.Ordinal))
            throw new InvalidOperationException($"vpncmd {words[0]}: {answer.Output}");
    }
}
