using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Codecs.Ike;
using Aovpn.Lab.Deployment;
using Aovpn.Lab.Serving;
using Aovpn.Probes;

namespace Aovpn.Cli.Labs;

/// <summary>What to type to meet the lab: lines to copy.</summary>
/// <param name="program">How this program is called here: its name, or that of its host and its own.</param>
internal sealed class LabClientLines(LabDeployment lab, LabPorts ports, LabFiles files, ImmutableArray<string> program)
{
    /// <summary>Seconds: the lab is near, and silence is silence.</summary>
    private const string Patience = "7";

    private readonly string _address = (ports.Address.Equals(System.Net.IPAddress.Any) ? System.Net.IPAddress.Loopback : ports.Address).ToString();

    /// <summary>A client with what it has.</summary>
    public string Probe(ProbeMethod method) => Line(
        [.. Way, "--method", Word(method), .. Who(method), .. Credentials(method), .. Trust, "--give-up-after", Patience,
         "--ping", lab.Inside.Host.ToString(), "--resolve", lab.Inside.HostName, "--connect", $"{lab.Inside.Host}:80"]);

    /// <summary>The same without credentials.</summary>
    public string Stranger(ProbeMethod method) => Line([.. Way, .. method is ProbeMethod.Machine ? ["--method", "machine"] : Who(method), .. Trust, "--give-up-after", Patience]);

    /// <summary>Straight at the NPS.</summary>
    public string Radius(ProbeMethod method) => Line(
        ["radius", _address, "--port", Number(ports.Radius), "--secret-file", files.PathOf(LabFiles.RadiusSecret), "--method", Word(method), .. Who(method), .. Credentials(method), .. Trust]);

    private IEnumerable<string> Way =>
    [
        "probe", LabDeployment.GatewayName, "--address", _address, "--port", Number(ports.Ike), "--port-4500", Number(ports.NatTraversal),
        .. lab.Client.Suites.SelectMany(suite => new[] { "--suite", Suite(suite) }),
    ];

    private IEnumerable<string> Trust => ["--roots", files.PathOf(LabFiles.Root), "--server-name", lab.Client.NpsName];

    private IEnumerable<string> Who(ProbeMethod method) => method is ProbeMethod.Machine ? [] : ["--identity", lab.Client.Identity];

    private IEnumerable<string> Credentials(ProbeMethod method) => method switch
    {
        ProbeMethod.MsChapV2 => ["--password-file", files.PathOf(LabFiles.Password), "--allow-mschapv2-without-tunnel"],
        ProbeMethod.PeapMsChapV2 => ["--password-file", files.PathOf(LabFiles.Password)],
        ProbeMethod.Machine => Certificate(lab.Client.MachineCertificate is not null, LabFiles.MachineCertificate, LabFiles.MachineKey),
        _ => Certificate(lab.Client.UserCertificate is not null, LabFiles.UserCertificate, LabFiles.UserKey),
    };

    private ImmutableArray<string> Certificate(bool isThere, string chain, string key) =>
        isThere ? ["--certificate", files.PathOf(chain), "--key", files.PathOf(key)] : ["--certificate", "none"];

    private static string Word(ProbeMethod method) => method switch
    {
        ProbeMethod.Machine => "machine",
        ProbeMethod.MsChapV2 => "mschapv2",
        ProbeMethod.Tls => "tls",
        ProbeMethod.PeapMsChapV2 => "peap-mschapv2",
        _ => "peap-tls",
    };

    /// <summary>As <see cref="ClientPolicy.Suite"/> reads it.</summary>
    internal static string Suite(IkeSuite suite)
    {
        var cipher = suite.Encryption.IsCombined ? $"aes{suite.KeyLength}gcm16" : suite.KeyLength is { } bits ? $"aes{bits}" : "3des";
        var hash = suite.Prf == PseudorandomFunction.HmacSha384 ? "sha384" : suite.Prf == PseudorandomFunction.HmacSha256 ? "sha256" : "sha1";
        var group = suite.KeyExchange == KeyExchangeMethod.Ecp384 ? "ecp384" : suite.KeyExchange == KeyExchangeMethod.Modp2048 ? "modp2048" : "modp1024";
        return string.Create(CultureInfo.InvariantCulture, $"{cipher}-{hash}-{group}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Line(IEnumerable<string> words) => string.Join(' ', program.Concat(words).Select(word => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word));
}
