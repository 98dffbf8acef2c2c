using System.Text.Json;

namespace Aovpn.LabTable.Checks;

/// <summary>The probe against VPN servers that are not the lab's: SSTP and L2TP as far as LCP at SoftEther, PPTP at pptpd, IKEv2 at libreswan; healthy, and broken one way at a time.</summary>
internal sealed class OtherServers : IDisposable
{
    private const int PptpPort = 1723;

    /// <summary>AUTHENTICATION_FAILED, RFC 7296 section 3.10.1.</summary>
    private const int AuthenticationFailed = 24;

    /// <summary>That libreswan is set to.</summary>
    private static readonly string[] Suites = ["--suite", "aes256-sha256-modp2048", "--esp", "aes256-sha256", "--skip-suites"];

    private readonly Options _options;
    private readonly Lab _lab;
    private readonly Lazy<PeerNetwork> _network = new(() => new());
    private readonly Lazy<SoftEther> _softEther;
    private readonly Lazy<Libreswan> _libreswan;

    public OtherServers(Options options, Lab lab)
    {
        (_options, _lab) = (options, lab);
        _softEther = new(() =>
        {
            _network.Value.Stop();
            var server = new SoftEther(_network.Value, lab, Folder("softether"));
            server.Start();
            return server;
        });
        _libreswan = new(() => new(_network.Value, lab, Folder("libreswan")));
    }

    /// <summary>In this order: those of one server stand together.</summary>
    public IEnumerable<Check> Checks() =>
    [
        new("sstp healthy", () => Sstp("server-ok", null, "open", "EAP")),
        new("sstp certificate-expired", () => Sstp("server-expired", "AOV480", "open", "EAP")),
        new("sstp certificate-of-another-name", () => Sstp("server-mismatch", "AOV484", "open", "EAP")),
        new("sstp certificate-of-an-unknown-root", () => Sstp("server-rogue", "AOV404", "open", "EAP")),
        new("sstp disabled", SstpDisabled),
        new("sstp blocked", () => Blocked("sstp", "tcp", 443, "AOV212", "connect")),
        new("l2tp healthy", () => L2tp(SoftEther.PreSharedKey, null, "open", "EAP")),
        new("l2tp as-a-stranger", () => L2tp(null, null, "open")),
        new("l2tp another-pre-shared-key", () => L2tp("another-secret", "AOV312", "identity")),
        new("l2tp blocked", () => Blocked("l2tp", "udp", 500, "AOV201", "main-mode", Key(SoftEther.PreSharedKey))),
        new("l2tp blocked-at-4500", () => Blocked("l2tp", "udp", 4500, "AOV203", "nat-traversal", Key(SoftEther.PreSharedKey))),
        new("l2tp disabled", L2tpDisabled),
        new("sstp stopped", () => Stopped("sstp", "AOV212", "connect")),
        new("pptp healthy", PptpHealthy),
        new("pptp blocked", () => Blocked("pptp", "tcp", PptpPort, "AOV213", "connect")),
        new("pptp stopped", () => Stopped("pptp", "AOV213", "connect")),
        new("libreswan healthy", () => Ikev2("server-ok", "machine-ok", null)),
        new("libreswan certificate-of-an-unknown-root", () => Ikev2("server-rogue", "machine-ok", "AOV404")),
        new("libreswan client-certificate-of-an-unknown-root", ClientRefused),
        new("libreswan stopped", Ikev2Stopped),
    ];

    public void Dispose()
    {
        if (_network.IsValueCreated)
            _network.Value.Dispose();
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(Path.GetFullPath(_options.Folder), name)).FullName;

    private string? Sstp(string certificate, string? cause, string stage, string authentication)
    {
        _softEther.Value.ShowCertificate(certificate);
        return Tunnel("sstp", cause, stage, authentication);
    }

    private string? SstpDisabled()
    {
        _softEther.Value.EnableSstp(false);
        try
        {
            return Tunnel("sstp", "AOV286", "http");
        }
        finally
        {
            _softEther.Value.EnableSstp(true);
            _softEther.Value.ShowCertificate("server-ok");
        }
    }

    /// <param name="key">What the client has; null: it is a stranger.</param>
    private string? L2tp(string? key, string? cause, string stage, string? authentication = null)
    {
        _softEther.Value.EnableL2tp(true);
        return Tunnel("l2tp", cause, stage, authentication, key is null ? [] : Key(key));
    }

    private string? L2tpDisabled()
    {
        _softEther.Value.EnableL2tp(false);
        return Tunnel("l2tp", "AOV209", "main-mode", null, Key(SoftEther.PreSharedKey));
    }

    private string[] Key(string key)
    {
        var file = Path.Combine(Folder("softether"), "client.psk");
        File.WriteAllText(file, key + "\n");
        return ["--psk-file", file];
    }

    private string? PptpHealthy()
    {
        _network.Value.Stop();
        var folder = Folder("pptpd");
        File.WriteAllText(Path.Combine(folder, "options"), "name pptpd\nrefuse-pap\nrequire-mschap-v2\n");
        File.WriteAllText(Path.Combine(folder, "pptpd.conf"), $"option {folder}/options\nlocalip 10.9.0.1\nremoteip 10.9.0.10-20\n");
        _network.Value.Start($"exec pptpd --fg --conf '{folder}/pptpd.conf'", Path.Combine(folder, "pptpd.out"), ("-ltn", PptpPort));
        return Tunnel("pptp", null, "open");
    }

    private string? Blocked(string type, string protocol, int port, string cause, string stage, params string[] words)
    {
        _network.Value.Block(protocol, port);
        try
        {
            return Tunnel(type, cause, stage, null, words);
        }
        finally
        {
            _network.Value.Unblock();
        }
    }

    private string? Stopped(string type, string cause, string stage)
    {
        _network.Value.Stop();
        return Tunnel(type, cause, stage);
    }

    /// <param name="cause">That must stand first; null: nothing may be found.</param>
    /// <param name="stage">Where the walk must end, as the transcript names it.</param>
    /// <param name="authentication">What LCP must have asked for.</param>
    /// <param name="words">For the probe, besides.</param>
    private string? Tunnel(string type, string? cause, string stage, string? authentication = null, params string[] words)
    {
        var (answer, transcript) = Probe(["--tunnel", type, .. words]);
        if (Judged(answer, cause) is { } wrong)
            return wrong;
        var entry = Entries(transcript).Last(one => one.GetProperty("kind").GetString() == "tunnel");
        if (entry.GetProperty("stage").GetString() is var ended && ended != stage)
            return $"ended at {ended}, not at {stage}: {entry.GetRawText()}";
        return authentication is null || entry.GetProperty("authentication").EnumerateArray().Any(asked => asked.GetString() == authentication) ? null : $"LCP asked for something else than {authentication}: {entry.GetRawText()}";
    }

    private string? Ikev2(string certificate, string ours, string? cause)
    {
        _network.Value.Stop();
        _libreswan.Value.Start(certificate);
        var (answer, transcript) = Probe([.. Machine(ours), .. Suites]);
        var log = File.ReadAllText(_libreswan.Value.Log);

        // Where the system has no ESP, pluto makes no tunnel of what it agreed to, and says so.
        var lacksEsp = log.Contains("netlink response for Add SA", StringComparison.Ordinal);
        if (cause is not null || !lacksEsp)
            return Judged(answer, cause);
        if (answer.First?.Id != "AOV306")
            return $"without ESP libreswan refuses the tunnel, yet {answer.First?.ToString() ?? answer.Trouble ?? "nothing"} was found";
        if (!log.Contains("authenticated peer", StringComparison.Ordinal))
            return "libreswan did not take the client's signature";
        return Entries(transcript).Any(one => one.GetProperty("kind").GetString() == "gateway-proved" && one.GetProperty("verifies").ValueKind is JsonValueKind.True) ? null : "libreswan's signature was not verified";
    }

    /// <summary>libreswan says AUTHENTICATION_FAILED and nothing more, whatever it lacks: no client can tell which certificate it means.</summary>
    private string? ClientRefused()
    {
        _network.Value.Stop();
        _libreswan.Value.Start("server-ok");
        var (answer, transcript) = Probe([.. Machine("machine-rogue"), .. Suites]);
        var ended = Entries(transcript).Last(one => one.GetProperty("kind").GetString() == "ended");
        return answer.Trouble ?? (answer.First is not { Stage: "ServerAuthentication" } ? $"{answer.First?.ToString() ?? "nothing"} was found where the certificate is refused"
            : ended.GetProperty("how").GetString() == "refused" && ended.GetProperty("notify").GetInt32() == AuthenticationFailed ? null : $"ended otherwise: {ended.GetRawText()}");
    }

    private string? Ikev2Stopped()
    {
        _network.Value.Stop();
        return Judged(Probe([.. Machine("machine-ok"), "--skip-suites"]).Answer, "AOV209");
    }

    private string[] Machine(string certificate) => ["--method", "machine", "--certificate", _lab.Pki(certificate + ".pem"), "--key", _lab.Pki("machine.key"), "--give-up-after", "7"];

    private (Answer Answer, string Transcript) Probe(params string[] words)
    {
        var transcript = Path.Combine(_options.Folder, "other-server.jsonl");
        return (Answer.Of(_network.Value.AsClient(
        [
            .. _options.Program, "probe", _lab.Environment["LAB_VPN_NAME"], "--address", PeerNetwork.Server, "--roots", _lab.Pki("ca.pem"), "--format", "json", "--transcript", transcript, .. words,
        ])), transcript);
    }

    private static IEnumerable<JsonElement> Entries(string transcript) => File.ReadLines(transcript).Select(line => JsonDocument.Parse(line).RootElement);

    private static string? Judged(Answer answer, string? cause) =>
        answer.Trouble ?? (answer.First?.Id == cause && answer.First?.Verdict is null or "found" ? null : $"{answer.First?.ToString() ?? "nothing"} was found, not {cause ?? "nothing"}");
}
