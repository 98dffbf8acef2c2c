namespace Aovpn.LabTable;

/// <summary>The program under test in the client's network of one lab, and on a folder of what the lab's hosts wrote meanwhile.</summary>
/// <param name="folder">Where transcripts and copies of logs go.</param>
internal sealed class Client(string aovpn, Lab lab, string folder)
{
    /// <summary>What the reference client of the lab proposes.</summary>
    private static readonly string[] Suites = ["aes256-sha256-modp2048", "aes256gcm16-prfsha384-ecp384", "aes256-sha384-ecp384", "aes256-sha256-modp1024"];

    private static readonly string[] EspSuites = ["aes256gcm16", "aes256-sha256", "aes256-sha1"];

    /// <summary>Of the web server behind LAB_INTERNAL_URL.</summary>
    private const int InsidePort = 80;

    private string[] Program => aovpn.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", aovpn] : [aovpn];

    /// <summary>What a stranger sees.</summary>
    /// <param name="faults">Those injected: some are the client's own.</param>
    public Answer AsStranger(string[] faults, string method) =>
        Answer.Of(lab.AsClient([.. Words(faults, method), "--transcript", Path.Combine(Fresh(faults, method, "stranger"), "probe.jsonl")]));

    /// <summary>What the client sees, and what the same transcript says beside the servers' logs.</summary>
    public (Answer Credentials, Answer Logs) WithCredentials(string[] faults, string method)
    {
        var evidence = Fresh(faults, method, "evidence");
        var marks = lab.Mark();
        var credentials = Answer.Of(lab.AsClient([.. Words(faults, method), "--transcript", Path.Combine(evidence, "client", "probe.jsonl"), .. Credentials(faults, method)]));
        lab.CopySince(marks, evidence);
        return (credentials, Answer.Of(Lab.Start([.. Program, "diagnose", evidence, "--format", "json"])));
    }

    private string Fresh(string[] faults, string method, string vantage)
    {
        var fresh = Path.Combine(folder, $"{string.Join('+', faults.DefaultIfEmpty("healthy"))}.{method}.{vantage}");
        if (Directory.Exists(fresh))
            Directory.Delete(fresh, recursive: true);
        Directory.CreateDirectory(Path.Combine(fresh, "client"));
        return fresh;
    }

    private IEnumerable<string> Words(string[] faults, string method)
    {
        List<string> words =
        [
            .. Program, "probe", lab.Environment["LAB_VPN_NAME"], "--method", method, "--format", "json", "--give-up-after", "7",
            "--roots", lab.Pki(faults.Contains("client-root-missing") ? "rogue-ca.pem" : "ca.pem"),
        ];
        foreach (var suite in Suites)
            words.AddRange(["--suite", suite]);
        foreach (var suite in EspSuites)
            words.AddRange(["--esp", suite]);
        words.AddRange(
        [
            "--ping", lab.Environment["LAB_INTERNAL_HOST_ADDRESS"], "--resolve", lab.Environment["LAB_INTERNAL_HOST"],
            "--connect", $"{lab.Environment["LAB_INTERNAL_HOST_ADDRESS"]}:{InsidePort}",
        ]);
        if (method != "machine")
            words.AddRange(["--identity", lab.Environment["LAB_USER"]]);
        return words;
    }

    private IEnumerable<string> Credentials(string[] faults, string method)
    {
        if (method is "mschapv2" or "peap-mschapv2")
        {
            var password = Path.Combine(folder, "password");
            File.WriteAllText(password, lab.Environment["LAB_PASSWORD"] + "\n");
            return ["--password-file", password, "--allow-mschapv2-without-tunnel"];
        }

        var who = method == "machine" ? "machine" : "user";
        var own = faults.FirstOrDefault(fault => fault.StartsWith(who + "-cert-", StringComparison.Ordinal));
        return own?[(who.Length + "-cert-".Length)..] switch
        {
            "none" => ["--certificate", "none"],
            "untrusted" => Files(who, "rogue"),
            "no-eku" => Files(who, "noeku"),
            { } which => Files(who, which),
            null => Files(who, "ok"),
        };
    }

    private string[] Files(string who, string which) => ["--certificate", lab.Pki($"{who}-{which}.pem"), "--key", lab.Pki($"{who}.key")];
}
