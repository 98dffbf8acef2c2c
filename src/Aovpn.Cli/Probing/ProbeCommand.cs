using System.CommandLine;

namespace Aovpn.Cli.Probing;

/// <summary><c>aovpn probe</c>: asks a gateway as a client would, writes down what came, and diagnoses that.</summary>
internal static class ProbeCommand
{
    public static readonly string[] Examples =
    [
        "aovpn probe vpn.example.com",
        "aovpn probe vpn.example.com --identity alice@corp.example.com --roots corp-root.pem",
        "aovpn probe vpn.example.com --method peap-tls --identity alice@corp.example.com --certificate alice.pfx",
        "aovpn probe --profile profile.xml --certificate alice.pfx --transcript probe.jsonl",
        "aovpn probe --targets gateways.txt --format json",
        "aovpn probe vpn.example.com --watch 300 --format openmetrics --output aovpn.prom",
        "aovpn probe vpn.example.com --dry-run",
    ];

    public static Command Create(Surroundings surroundings)
    {
        var host = new Argument<string?>("HOST") { Description = "Name or address of the VPN server, as clients dial it; the profile's where one is given.", Arity = ArgumentArity.ZeroOrOne };
        var profile = new Option<string>("--profile") { Description = "A ProfileXML: server, algorithms, EAP method, server names, trusted roots and the pre-shared key of L2TP are taken from it.", HelpName = "FILE" };
        var method = new Option<string>("--method") { Description = "How to authenticate; without credentials as a stranger.", HelpName = "stranger|machine|mschapv2|tls|peap-tls|peap-mschapv2" };
        method.AcceptOnlyFromAmong("stranger", "machine", "mschapv2", "tls", "peap-tls", "peap-mschapv2");
        var credentials = new CredentialOptions();
        var identity = new Option<string>("--identity", "--user") { Description = "The user's name, for EAP. As a stranger too: many servers refuse unknown names at once.", HelpName = "NAME" };
        var certificate = new Option<string>("--certificate") { Description = "The user's or machine's certificate: PFX, PEM with its chain, or one of this machine's stores by its thumbprint, whose key is not exported; none for a client that has none.", HelpName = "FILE|store:THUMBPRINT" };
        var roots = new Option<string>("--roots") { Description = "PEM file of the roots that the client trusts; without it those of this machine.", HelpName = "FILE" };
        var suite = new Option<string[]>("--suite") { Description = "What the client proposes for IKE: aes256-sha256-modp2048. Without it the profile's, else Windows' defaults.", HelpName = "SUITE" };
        var esp = new Option<string[]>("--esp") { Description = "What the client proposes for the tunnel: aes256-sha256, aes256gcm16.", HelpName = "SUITE" };
        var resolver = new Option<string[]>("--resolver") { Description = "Ask this DNS server too.", HelpName = "ADDRESS[:PORT]" };
        var external = new Option<string>("--external-address") { Description = "Ask this service, which answers in plain text, for this machine's external address.", HelpName = "URL" };
        var ping = new Option<string[]>("--ping") { Description = "Ping this address through the tunnel.", HelpName = "ADDRESS" };
        var resolve = new Option<string[]>("--resolve") { Description = "Look this name up through the tunnel, at the resolvers that the VPN server gives.", HelpName = "NAME" };
        var connect = new Option<string[]>("--connect") { Description = "Open a TCP connection through the tunnel.", HelpName = "HOST:PORT" };
        var address = new Option<string[]>("--address") { Description = "Go to this address and look no name up; of several, each is asked whether it answers.", HelpName = "ADDRESS" };
        var tunnel = new Option<string>("--tunnel") { Description = "The tunnel type to walk; the profile's, else IKEv2. automatic tries each by itself.", HelpName = "ikev2|sstp|l2tp|pptp|automatic" };
        tunnel.AcceptOnlyFromAmong("ikev2", "sstp", "l2tp", "pptp", "automatic");
        var pskFile = new Option<string>("--psk-file") { Description = "File whose first line is the pre-shared key of L2TP/IPsec. With it, or one in the profile, L2TP is walked to PPP's LCP; without it to IKE's first answer.", HelpName = "FILE" };
        var pskVariable = new Option<string>("--psk-env") { Description = "Environment variable that holds the pre-shared key.", HelpName = "NAME" };
        var httpsPort = new Option<int>("--port-443") { Description = "In place of TCP 443, for SSTP.", HelpName = "PORT", DefaultValueFactory = _ => 443 };
        var pptpPort = new Option<int>("--port-1723") { Description = "In place of TCP 1723, for PPTP.", HelpName = "PORT", DefaultValueFactory = _ => 1723 };
        var port = new Option<int>("--port") { Description = "In place of UDP 500.", HelpName = "PORT", DefaultValueFactory = _ => 500 };
        var port4500 = new Option<int>("--port-4500") { Description = "In place of UDP 4500.", HelpName = "PORT", DefaultValueFactory = _ => 4500 };
        var skip = new Option<bool>("--skip-suites") { Description = "Do not ask for each algorithm by itself." };
        var revocation = new Option<bool>("--check-revocation") { Description = "Ask the addresses that the certificates name, over HTTP, whether these are revoked. They are hosts that you did not name." };
        var only = new Option<bool>("--connection-only") { Description = "One IKEv2 connection, deleted afterwards, and what is asked inside; nothing before it and nothing besides." };
        var giveUp = new Option<int>("--give-up-after") { Description = "Seconds until a request of the connection that is not answered counts as lost; Windows takes about half a minute.", HelpName = "SECONDS", DefaultValueFactory = _ => 31 };
        var transcript = new Option<string>("--transcript") { Description = "Keep what was sent and received: aovpn diagnose FILE gives the same findings again, but where it is redacted.", HelpName = "FILE" };
        var keys = new Option<bool>("--keys") { Description = "Session keys in the transcript too. Whoever has it can read this run." };
        var targets = new Option<string>("--targets") { Description = "Ask every gateway of this list, a name or address a line, whether it answers on both ports; - for standard input.", HelpName = "FILE" };
        var watch = new Option<int?>("--watch") { Description = "Ask again and again, so many seconds from one round to the next: a line for each gateway, JSON lines or OpenMetrics.", HelpName = "SECONDS" };
        var rounds = new Option<int>("--rounds") { Description = "With --watch: how often; 0 for no end.", HelpName = "NUMBER" };
        var rate = new Option<int>("--rate") { Description = "Of a list: no more datagrams a second than these.", HelpName = "NUMBER", DefaultValueFactory = _ => Probes.Scanning.ScanPace.Default.DatagramsPerSecond };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be sent to whom, and send nothing." };
        var format = new Option<string>("--format") { Description = "Form of the report.", HelpName = "text|json|html|sarif|openmetrics", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html", "sarif", "openmetrics");
        var output = new Option<string>("--output", "-o") { Description = "Write the report to this file instead of standard output.", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Text: only one line for each cause found." };
        var all = new Option<bool>("--all") { Description = "Text: list every cause, those ruled out too." };

        var command = new Command("probe", "Asks a VPN server as a client would, step by step, and says at which step and why it ends.")
        {
            host, profile, method, identity, credentials.PasswordFile, credentials.PasswordVariable, certificate, credentials.Key, credentials.CertificatePassword, roots, credentials.ServerNames, suite, esp, resolver, external, ping, resolve, connect, address,
            tunnel, pskFile, pskVariable, port, port4500, httpsPort, pptpPort, credentials.WithoutTunnel, skip, revocation, only, giveUp, transcript, keys, targets, rate, watch, rounds, dryRun, format, output, quiet, all,
        };
        var redact = new RedactOptions();
        redact.AddTo(command);
        command.SetAction((result, cancel) => new ProbeRun(surroundings, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(
            credentials.In(new()
            {
                Host = result.GetValue(host),
                Profile = result.GetValue(profile),
                Method = result.GetValue(method),
                Identity = result.GetValue(identity),
                Certificate = result.GetValue(certificate),
                Roots = result.GetValue(roots),
                Suites = result.GetValue(suite) ?? [],
                EspSuites = result.GetValue(esp) ?? [],
                Resolvers = result.GetValue(resolver) ?? [],
                ExternalAddress = result.GetValue(external),
                Pings = result.GetValue(ping) ?? [],
                Names = result.GetValue(resolve) ?? [],
                Connections = result.GetValue(connect) ?? [],
                Addresses = result.GetValue(address) ?? [],
                Tunnel = result.GetValue(tunnel),
                PskFile = result.GetValue(pskFile),
                PskVariable = result.GetValue(pskVariable),
                HttpsPort = result.GetValue(httpsPort),
                PptpPort = result.GetValue(pptpPort),
                Port = result.GetValue(port),
                Port4500 = result.GetValue(port4500),
                SkipsSuites = result.GetValue(skip),
                ChecksRevocation = result.GetValue(revocation),
                OnlyConnection = result.GetValue(only),
                GiveUpAfter = result.GetValue(giveUp),
                Transcript = result.GetValue(transcript),
                Hidden = redact.Of(result),
                Keys = result.GetValue(keys),
                Targets = result.GetValue(targets),
                Watch = result.GetValue(watch),
                Rounds = result.GetValue(rounds),
                Rate = result.GetValue(rate),
                DryRun = result.GetValue(dryRun),
                Format = result.GetValue(format)!,
                Output = result.GetValue(output),
                IsQuiet = result.GetValue(quiet),
                All = result.GetValue(all),
            }, result),
            cancel));
        return command;
    }
}
