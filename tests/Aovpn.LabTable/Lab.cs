using System.Diagnostics;

namespace Aovpn.LabTable;

/// <summary>The lab of strongSwan and FreeRADIUS, run by its own command.</summary>
internal sealed class Lab(string command, string folder)
{
    /// <summary>Below the lab's folder: strongSwan's log and FreeRADIUS's, the host they come from, and the name that the copy gets.</summary>
    private static readonly (string Path, string Host, string Name)[] Logs = [("log/server.log", "gateway", "charon.log"), ("log/radius.log", "nps", "radius.log")];

    /// <summary>Which <c>lab up</c> calls.</summary>
    private static readonly string[] Tools = ["ip", "nft", "openssl", "dnsmasq", "freeradius", "charon-systemd", "swanctl", "python3"];

    private IReadOnlyDictionary<string, string>? _environment;

    /// <summary>KEY=VALUE lines of <c>lab env</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment => _environment ??= Run(["env"]).Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public string Pki(string file) => Path.Combine(folder, "pki", file);

    /// <returns>Why this machine can have no lab; null where it can.</returns>
    public static string? Absent()
    {
        if (!OperatingSystem.IsLinux())
            return "the lab needs Linux";
        string[] folders = [.. (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/sbin"];
        string[] missing = [.. Tools.Where(tool => !folders.Any(folder => File.Exists(Path.Combine(folder, tool))))];
        if (missing.Length > 0)
            return $"not installed: {string.Join(", ", missing)} (tests/lab/lab install)";
        string[] asWhom = System.Environment.IsPrivilegedProcess ? [] : ["--user", "--map-root-user"];
        return Start(["unshare", .. asWhom, "--net", "true"]) is { Status: not 0 } refused ? $"no network namespaces here: {refused.Error.Trim()}" : null;
    }

    /// <exception cref="InvalidOperationException">The lab does not come up.</exception>
    public void Up()
    {
        if (Start([command, "up", folder]) is { Status: not 0 } failed)
            throw new InvalidOperationException($"lab up: {failed.Output} {failed.Error}");
    }

    public void Down() => Run(["down"]);

    /// <returns>False where the lab says that the faults do not go together.</returns>
    public bool Only(params IEnumerable<string> faults) => Run(["only", .. faults]).Status == 0;

    /// <summary>Takes these faults away; all of them where none is named.</summary>
    public void Heal(params IEnumerable<string> faults) => Run(["heal", .. faults]);

    /// <summary>Runs a command in the client's network.</summary>
    public (int Status, string Output, string Error) AsClient(IEnumerable<string> words) => Run(["exec", "client", .. words]);

    /// <summary>How long each host's log is now.</summary>
    public Dictionary<string, long> Mark() => Logs.ToDictionary(log => log.Path, log => new FileInfo(Path.Combine(folder, log.Path)) is { Exists: true } file ? file.Length : 0, StringComparer.Ordinal);

    /// <summary>Copies what was logged since then into a folder for each host.</summary>
    public void CopySince(Dictionary<string, long> marks, string evidence)
    {
        foreach (var (path, host, name) in Logs)
        {
            if (!File.Exists(Path.Combine(folder, path)))
                continue;
            using var log = new FileStream(Path.Combine(folder, path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (log.Length <= marks[path])
                continue;
            log.Position = marks[path];
            using var copy = File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(evidence, host)).FullName, name));
            log.CopyTo(copy);
        }
    }

    /// <summary>Keys of every SA so far, from the server's own log.</summary>
    public IEnumerable<Dictionary<string, string>> Keys() => Run(["keys"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ').Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));

    /// <summary>Begins to capture.</summary>
    /// <returns>The files.</returns>
    /// <exception cref="InvalidOperationException">It does not begin.</exception>
    public string[] Capture(string name) => Run(["capture", name]) is { Status: 0, Output: var files } ? files.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException("lab capture");

    public void StopCapture() => Run(["capture", "--stop"]);

    /// <summary>A command of the reference client: connect, disconnect.</summary>
    public void Reference(params string[] words) => Run(words);

    /// <summary>Every IKE SA so far as a row of Wireshark's ikev2_decryption_table.</summary>
    public string WiresharkKeys() => Start([Path.Combine(Path.GetDirectoryName(command)!, "tools", "ike-keys"), Path.Combine(folder, "log", "server.log"), "--wireshark"]).Output;

    private (int Status, string Output, string Error) Run(IEnumerable<string> words) => Start([command, "-d", folder, .. words]);

    public static (int Status, string Output, string Error) Start(string[] words)
    {
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in words[1..])
            start.ArgumentList.Add(word);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
