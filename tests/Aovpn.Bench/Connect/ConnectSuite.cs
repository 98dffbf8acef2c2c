using System.Collections.Immutable;
using Aovpn.Bench.Running;
using Aovpn.LabTable;

namespace Aovpn.Bench.Connect;

/// <summary>
/// One whole connection beside strongSwan's client, one authentication beside <c>eapol_test</c>, against the healthy lab (tests/lab): servers that
/// this project did not write.
/// </summary>
internal sealed class ConnectSuite : IBenchSuite
{
    private const string Probe = "aovpn probe --connection-only", Swanctl = "swanctl --initiate";
    private const string Radius = "aovpn radius --authenticate-only", EapolTest = "eapol_test";

    /// <summary>Each takes a twentieth of a second.</summary>
    private const int LeastRounds = 25;

    /// <summary>As the reference client of the lab proposes them.</summary>
    private static readonly string[] Suites =
    [
        "--suite", "aes256-sha256-modp2048", "--suite", "aes256gcm16-prfsha384-ecp384", "--suite", "aes256-sha384-ecp384", "--suite", "aes256-sha256-modp1024",
        "--esp", "aes256gcm16", "--esp", "aes256-sha256", "--esp", "aes256-sha1",
    ];

    public string Name => "connect";

    public string Title => "A whole connection";

    public string About => """
        The healthy lab (`tests/lab`): strongSwan as the VPN server, FreeRADIUS in the place of NPS, each in a network namespace of its own. One connection
        from IKE_SA_INIT to the tunnel; ours starts a process for it, looks the name up, deletes the tunnel and diagnoses what it saw, strongSwan's client is
        a daemon that runs already, and its deleting is not counted. `work alone` is the wall time of the client's process without entering its network;
        the other times hold the scripts that enter it.
        """;

    public IEnumerable<Comparison> Comparisons(BenchSettings settings)
    {
        if (Lab.Absent() is { } absent)
            throw new InvalidOperationException(absent);
        var folder = Path.Combine(settings.Folder, "lab");
        var command = Path.GetFullPath("tests/lab/lab");
        var lab = new Lab(command, folder);
        lab.Up();
        try
        {
            var client = new LabClients(lab, command, folder, settings.Program);
            yield return Connection("PEAP with EAP-TLS inside", "peap-tls", "peap", client, client.Certificate);
            yield return Connection("EAP-MSCHAPv2", "mschapv2", "mschapv2", client, [.. client.Password, "--allow-mschapv2-without-tunnel"]);
            yield return Connection("EAP-TLS", "tls", "tls", client, client.Certificate);
            yield return Authentication("RADIUS: PEAP with EAP-MSCHAPv2 inside", "peap-mschapv2", client, client.Password);
        }
        finally
        {
            lab.Down();
        }
    }

    private static Comparison Connection(string title, string method, string reference, LabClients clients, ImmutableArray<string> credentials) => new(
        title, 0,
        [
            new(Probe, clients.Ours("client", ["probe", clients.Lab.Environment["LAB_VPN_NAME"], "--connection-only", "--method", method, .. credentials, .. Suites]), "passed")
            {
                Answer = report => LabClients.StageOf(report, "Addressing"),
            },
            new(Swanctl, clients.Initiate(reference), "established")
            {
                Answer = output => output.Contains("initiate completed successfully", StringComparison.Ordinal) ? "established" : output,
                After = clients.Terminate(reference),
            },
        ],
        [new(Probe, Swanctl, Measure.InProcess, 1 / 1.3, 1)]) { LeastRounds = LeastRounds };

    private static Comparison Authentication(string title, string method, LabClients clients, ImmutableArray<string> credentials) => new(
        title, 0,
        [
            new(Radius, clients.Ours("vpn", ["radius", clients.Lab.Environment["LAB_RADIUS_ADDRESS"], "--secret-file", clients.SecretFile, "--authenticate-only", "--method", method, .. credentials]), "passed")
            {
                Answer = report => LabClients.StageOf(report, "Authorization"),
            },
            new(EapolTest, clients.EapolTest(method), "accepted")
            {
                Answer = output => output.TrimEnd().EndsWith("SUCCESS", StringComparison.Ordinal) ? "accepted" : output,
            },
        ],
        [new(Radius, EapolTest, Measure.InProcess, 1 / 1.5, 1)]) { LeastRounds = LeastRounds };
}
