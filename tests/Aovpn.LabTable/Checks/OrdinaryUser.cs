using System.Globalization;
using System.Text.Json;

namespace Aovpn.LabTable.Checks;

/// <summary>A whole connection, with questions inside the tunnel, by a user without any capability.</summary>
internal sealed class OrdinaryUser(Options options, Lab lab)
{
    /// <summary>Nobody's.</summary>
    private const int UserId = 65534;

    public string? Run()
    {
        var home = Path.Combine(options.Folder, "ordinary-user");
        Directory.CreateDirectory(home);
        string[] owner = Environment.IsPrivilegedProcess ? ["-o", UserId.ToString(CultureInfo.InvariantCulture)] : [];
        Lab.Start(["install", "-d", .. owner, "-m", "700", home]);
        foreach (var file in (string[])["user-ok.pem", "user.key", "ca.pem"])
            Lab.Start(["install", .. owner, "-m", "600", lab.Pki(file), Path.Combine(home, file)]);

        string[] drop =
        [
            "setpriv", .. Environment.IsPrivilegedProcess ? [$"--reuid={UserId}", $"--regid={UserId}", "--clear-groups"] : Array.Empty<string>(),
            "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs",
        ];
        var status = lab.AsClient([.. drop, "grep", "-E", "^(Uid|CapEff|CapBnd):", "/proc/self/status"]).Output;
        if (Environment.IsPrivilegedProcess && (status.Contains("Uid:\t0", StringComparison.Ordinal) || status.Split('\n').Count(line => line.EndsWith("\t0000000000000000", StringComparison.Ordinal)) != 2))
            return $"the user is not without capabilities: {status.ReplaceLineEndings(" ")}";

        var transcript = Path.Combine(home, "probe.jsonl");
        var answer = Answer.Of(lab.AsClient(
        [
            .. drop, .. options.Program, "probe", lab.Environment["LAB_VPN_NAME"], "--method", "tls", "--identity", lab.Environment["LAB_USER"], "--certificate", Path.Combine(home, "user-ok.pem"),
            "--key", Path.Combine(home, "user.key"), "--roots", Path.Combine(home, "ca.pem"), "--ping", lab.Environment["LAB_INTERNAL_HOST_ADDRESS"], "--resolve", lab.Environment["LAB_INTERNAL_HOST"],
            "--connect", $"{lab.Environment["LAB_INTERNAL_HOST_ADDRESS"]}:80", "--transcript", transcript, "--format", "json",
        ]));
        if (answer.Trouble is not null || answer.First is not null)
            return answer.Trouble ?? $"{answer.First} where all is well";

        string[] inside = [.. File.ReadLines(transcript).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(entry => entry.GetProperty("kind").GetString() == "inside" && entry.TryGetProperty("answered", out var answered) && answered.ValueKind is JsonValueKind.True)
            .Select(entry => entry.GetProperty("protocol").GetString()!)];
        return ((string[])["icmp", "dns", "tcp"]).FirstOrDefault(protocol => !inside.Contains(protocol)) is { } silent ? $"{silent} was not answered inside the tunnel" : null;
    }
}
