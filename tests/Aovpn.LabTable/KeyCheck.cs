using System.Text.Json;
using Aovpn.LabTable.Checks;

namespace Aovpn.LabTable;

/// <summary>Connects once with each suite that the lab's VPN server takes, and compares the keys of IKE and ESP with those in its own log.</summary>
internal sealed class KeyCheck(string aovpn, Lab lab, string folder)
{
    private static readonly (string Ike, string Esp)[] Suites =
    [
        ("aes256-sha256-modp2048", "aes256-sha256"), ("aes256gcm16-prfsha384-ecp384", "aes256gcm16"), ("aes256-sha384-ecp384", "aes128gcm16"), ("aes256-sha256-ecp256", "aes256-sha1"),
        ("aes128-sha256-modp2048", "aes128-sha1"), ("aes256-sha384-modp1024", "aes256gcm16"), ("aes256-sha256-modp1024", "aes256-sha256"), ("aes256-sha1-modp1024", "aes256-sha1"),
        ("3des-sha1-modp1024", "aes128-sha1"),
    ];

    private static readonly string[] IkeNames = ["sk_d", "sk_ai", "sk_ar", "sk_ei", "sk_er", "sk_pi", "sk_pr"];

    /// <summary>One for each suite.</summary>
    public IEnumerable<Check> Checks() => Suites.Select(suite => new Check($"keys {suite.Ike} {suite.Esp}", () => Compare(suite.Ike, suite.Esp)));

    private string? Compare(string ike, string esp)
    {
        var transcript = Path.Combine(folder, $"keys.{ike}.jsonl");
        string[] program = aovpn.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", aovpn] : [aovpn];
        lab.AsClient(
        [
            .. program, "probe", lab.Environment["LAB_VPN_NAME"], "--method", "machine", "--certificate", lab.Pki("machine-ok.pem"), "--key", lab.Pki("machine.key"), "--roots", lab.Pki("client-roots.pem"),
            "--suite", ike, "--esp", esp, "--skip-suites", "--keys", "--transcript", transcript, "--format", "json",
        ]);
        var ours = File.ReadLines(transcript).Select(line => JsonDocument.Parse(line).RootElement).Where(entry => entry.GetProperty("kind").GetString() == "keys")
            .Select(entry => entry.GetProperty("values").EnumerateObject().ToDictionary(one => one.Name.Replace('-', '_'), one => one.Value.GetString()!, StringComparer.Ordinal)).ToArray();
        // With a machine's certificate the gateway is first asked for its own, over an IKE SA of its own.
        if (ours is not [.. { Length: > 0 } ikeSas, var child] || !ikeSas.All(one => one.ContainsKey("spi_i")) || child.ContainsKey("spi_i"))
            return $"{ours.Length} sets of keys in the transcript, expected those of IKE SAs and last one of the tunnel";

        var theirs = lab.Keys().ToArray();
        foreach (var sa in ikeSas)
        {
            if (theirs.LastOrDefault(one => one.GetValueOrDefault("spi_i") == sa["spi_i"]) is not { } server)
                return "the server does not know the IKE SA";
            if (IkeNames.FirstOrDefault(name => server.GetValueOrDefault(name, "") != sa[name]) is { } name)
                return $"{name} differs";
        }

        var tunnel = theirs.LastOrDefault(one => one.GetValueOrDefault("sa") == "esp" && one.GetValueOrDefault("encryption_i") == child["encr_i"]);
        return tunnel is null ? "the tunnel's keys differ"
            : tunnel["encryption_r"] != child["encr_r"] || tunnel.GetValueOrDefault("integrity_i", "") != child["integ_i"] || tunnel.GetValueOrDefault("integrity_r", "") != child["integ_r"] ? "keys of one direction of the tunnel differ"
            : null;
    }
}
