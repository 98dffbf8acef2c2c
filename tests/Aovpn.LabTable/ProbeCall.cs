using System.Text.Json;

namespace Aovpn.LabTable;

/// <summary>One run of <c>aovpn probe</c> in the client's network, and what it says first.</summary>
internal sealed class ProbeCall(string aovpn, Lab lab, string folder)
{
    /// <summary>What the reference client of the lab proposes.</summary>
    private static readonly string[] Suites = ["aes256-sha256-modp2048", "aes256gcm16-prfsha384-ecp384", "aes256-sha384-ecp384", "aes256-sha256-modp1024"];

    private static readonly string[] EspSuites = ["aes256gcm16", "aes256-sha256", "aes256-sha1"];

    /// <returns>The first finding that is found or undecided, the exit status, and what was printed in place of JSON.</returns>
    public ((string Id, string[] Causes, string Stage, string Verdict)? First, int Status, string? Trouble) Run(string fault, string method, bool withCredentials)
    {
        List<string> words = [.. aovpn.EndsWith(".dll", StringComparison.Ordinal) ? new[] { "dotnet", aovpn } : [aovpn], "probe", lab.Environment["LAB_VPN_NAME"]];
        words.AddRange(["--method", method, "--format", "json", "--give-up-after", "7", "--roots", lab.Pki(fault == "client-root-missing" ? "rogue-ca.pem" : "ca.pem")]);
        foreach (var suite in Suites)
            words.AddRange(["--suite", suite]);
        foreach (var suite in EspSuites)
            words.AddRange(["--esp", suite]);
        words.AddRange(["--transcript", Path.Combine(folder, $"{fault}.{method}.{(withCredentials ? "client" : "stranger")}.jsonl")]);
        if (method != "machine")
            words.AddRange(["--identity", lab.Environment["LAB_USER"]]);
        if (withCredentials)
            words.AddRange(Credentials(fault, method));

        var (status, output, error) = lab.AsClient(words);
        try
        {
            using var json = JsonDocument.Parse(output);
            foreach (var finding in json.RootElement.GetProperty("findings").EnumerateArray())
            {
                var verdict = finding.GetProperty("verdict").GetString()!;
                if (verdict is "found" or "undecided")
                    return ((finding.GetProperty("id").GetString()!, [.. finding.GetProperty("causes").EnumerateArray().Select(cause => cause.GetString()!)], finding.GetProperty("stage").GetString()!, verdict), status, null);
            }

            return (null, status, null);
        }
        catch (JsonException)
        {
            return (null, status, $"{output} {error}".ReplaceLineEndings(" ").Trim());
        }
    }

    private IEnumerable<string> Credentials(string fault, string method)
    {
        if (method is "mschapv2" or "peap-mschapv2")
        {
            var password = Path.Combine(folder, "password");
            File.WriteAllText(password, lab.Environment["LAB_PASSWORD"] + "\n");
            return ["--password-file", password, "--allow-mschapv2-without-tunnel"];
        }

        var who = method == "machine" ? "machine" : "user";
        var which = fault.StartsWith(who + "-cert-", StringComparison.Ordinal) ? fault[(who.Length + 6)..] : "ok";
        return which switch
        {
            "none" => ["--certificate", "none"],
            "untrusted" => Files(who, "rogue"),
            "no-eku" => Files(who, "noeku"),
            "expired" or "aad" => Files(who, which),
            _ => Files(who, "ok"),
        };
    }

    private string[] Files(string who, string which) => ["--certificate", lab.Pki($"{who}-{which}.pem"), "--key", lab.Pki($"{who}.key")];
}
