using System.Collections.Immutable;
using System.Text.Json;
using Aovpn.LabTable;

namespace Aovpn.Bench.Connect;

/// <summary>Command lines of clients in one lab, each timed from inside the network that it runs in.</summary>
/// <param name="command">The lab's own command.</param>
/// <param name="folder">The lab's state.</param>
/// <param name="program">The published aovpn.</param>
internal sealed class LabClients(Lab lab, string command, string folder, string program)
{
    private readonly string _timed = Path.Combine(Path.GetDirectoryName(command)!, "tools", "timed");

    public Lab Lab => lab;

    public ImmutableArray<string> Certificate => ["--certificate", lab.Environment["LAB_USER_CERT"], "--key", lab.Environment["LAB_USER_KEY"]];

    public ImmutableArray<string> Password => ["--password-file", Written("password", lab.Environment["LAB_PASSWORD"])];

    public string SecretFile => Written("secret", lab.Environment["LAB_RADIUS_SECRET"]);

    /// <param name="network">client, vpn: where it runs.</param>
    public ImmutableArray<string> Ours(string network, ImmutableArray<string> words) =>
        [command, "-d", folder, "exec", network, _timed, program, .. words, "--identity", lab.Environment["LAB_USER"], "--roots", lab.Environment["LAB_ROOT_CERT"], "--format", "json"];

    /// <summary>Tells the client's daemon to connect; it has its namespace, whoever tells it.</summary>
    public ImmutableArray<string> Initiate(string connection) =>
        ["env", $"SWANCTL_DIR={folder}/conf/client", $"STRONGSWAN_CONF={folder}/conf/client/strongswan.conf", _timed, "swanctl", "--initiate", "--child", connection, "--timeout", "20", "--uri", $"unix://{folder}/run/client.vici"];

    /// <summary>And to disconnect.</summary>
    public ImmutableArray<string> Terminate(string connection) =>
        ["env", $"SWANCTL_DIR={folder}/conf/client", $"STRONGSWAN_CONF={folder}/conf/client/strongswan.conf", "swanctl", "--terminate", "--ike", connection, "--timeout", "5", "--uri", $"unix://{folder}/run/client.vici"];

    /// <summary>The lab writes its configuration by running it once.</summary>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public ImmutableArray<string> EapolTest(string method)
    {
        if (Lab.Start([command, "-d", folder, "eapol", method]) is { Status: not 0 } refused)
            throw new InvalidOperationException($"lab eapol {method}: {refused.Error}");
        return [command, "-d", folder, "exec", "vpn", _timed, "eapol_test", "-c", $"{folder}/run/eapol.conf", "-a", lab.Environment["LAB_RADIUS_ADDRESS"], "-s", lab.Environment["LAB_RADIUS_SECRET"], "-t", "10"];
    }

    /// <param name="report">Ours, as JSON.</param>
    /// <param name="stage">The last that has to have passed.</param>
    /// <returns>passed, or what the report says of the stage in its place.</returns>
    public static string StageOf(string report, string stage)
    {
        using var document = JsonDocument.Parse(report);
        var found = document.RootElement.GetProperty("stages").EnumerateArray().First(one => one.GetProperty("stage").GetString() == stage);
        return found.GetProperty("state").GetString() is "passed" ? "passed" : found.GetRawText();
    }

    private string Written(string name, string line)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, line + "\n");
        return path;
    }
}
