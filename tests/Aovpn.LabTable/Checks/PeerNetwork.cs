using System.Diagnostics;
using System.Globalization;

namespace Aovpn.LabTable.Checks;

/// <summary>A client and a server in namespaces of their own, with one link between them; deleted with everything that runs there.</summary>
internal sealed class PeerNetwork : IDisposable
{
    public const string Server = "198.51.100.20";

    private const string Client = "198.51.100.10";
    private const int Ready = 15_000;
    private const int Pause = 50;

    private readonly string _client = $"aovpnp{Environment.ProcessId % 100_000}c";
    private readonly string _server = $"aovpnp{Environment.ProcessId % 100_000}s";

    public string ServerName => _server;

    public PeerNetwork()
    {
        foreach (var name in (string[])[_client, _server])
        {
            Must("ip", "netns", "add", name);
            Must("ip", "-n", name, "link", "set", "lo", "up");
        }

        Must("ip", "-n", _client, "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", _server);
        foreach (var (name, address, other) in ((string, string, string)[])[(_client, Client, Server), (_server, Server, Client)])
        {
            Must("ip", "-n", name, "address", "add", $"{address}/24", "dev", "eth0");
            Must("ip", "-n", name, "link", "set", "eth0", "up");
            Must("ip", "-n", name, "route", "add", "default", "via", other);
        }
    }

    public (int Status, string Output, string Error) AsClient(IEnumerable<string> words) => Lab.Start(["ip", "netns", "exec", _client, .. words]);

    public (int Status, string Output, string Error) AsServer(IEnumerable<string> words) => Lab.Start(["ip", "netns", "exec", _server, .. words]);

    /// <summary>Starts a server in a mount namespace of its own, so that it may have folders of its own where the system has its state.</summary>
    /// <param name="script">For sh; ends with exec.</param>
    /// <param name="log">A file for what it prints.</param>
    /// <param name="listens">What ss shows of its port once it listens: -lun or -ltn, and the port.</param>
    /// <exception cref="TimeoutException">It does not listen in time.</exception>
    public void Start(string script, string log, (string Kind, int Port) listens)
    {
        var start = new ProcessStartInfo("ip") { UseShellExecute = false };
        foreach (var word in (string[])["netns", "exec", _server, "unshare", "--mount", "sh", "-c", $"exec >'{log}' 2>&1 </dev/null\n{script}"])
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        Await(() => AsServer(["ss", "-H", listens.Kind, string.Create(CultureInfo.InvariantCulture, $"sport = :{listens.Port}")]).Output.Length > 0, $"a server on port {listens.Port}, see {log}");
    }

    /// <summary>Ends everything that runs on the server.</summary>
    public void Stop()
    {
        Await(
            () =>
            {
                var running = Lab.Start(["ip", "netns", "pids", _server]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                if (running.Length > 0)
                    Lab.Start(["kill", "-KILL", .. running]);
                return running.Length == 0;
            },
            "the end of the server");
    }

    /// <summary>Lets nothing through from the client to these ports, as a firewall without a word does.</summary>
    public void Block(string protocol, params int[] ports)
    {
        const string Table = "blocked";
        var among = string.Join(", ", ports.Select(port => port.ToString(CultureInfo.InvariantCulture)));
        if (AsServer(["nft", $"add table ip {Table}; add chain ip {Table} in {{ type filter hook input priority 0; }}; add rule ip {Table} in ip saddr {Client} {protocol} dport {{ {among} }} drop"]) is { Status: not 0 } refused)
            throw new InvalidOperationException($"nft: {refused.Error}");
    }

    public void Unblock() => AsServer(["nft", "flush ruleset"]);

    /// <exception cref="TimeoutException">It does not come.</exception>
    public static void Await(Func<bool> come, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!come())
        {
            if (waited.ElapsedMilliseconds > Ready)
                throw new TimeoutException($"waited in vain for {what}");
            Task.Delay(Pause).GetAwaiter().GetResult();
        }
    }

    public void Dispose()
    {
        Stop();
        Lab.Start(["ip", "netns", "delete", _client]);
        Lab.Start(["ip", "netns", "delete", _server]);
    }

    private static void Must(params string[] words)
    {
        if (Lab.Start(words) is { Status: not 0 } failed)
            throw new InvalidOperationException($"{string.Join(' ', words)}: {failed.Error}");
    }
}
