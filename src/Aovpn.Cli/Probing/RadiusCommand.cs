using System.CommandLine;

namespace Aovpn.Cli.Probing;

/// <summary><c>aovpn radius</c>: asks the RADIUS server as the VPN server would, writes down what came, and diagnoses that.</summary>
internal static class RadiusCommand
{
    public static readonly string[] Examples =
    [
        "aovpn radius nps1.corp.example.com --secret-file secret.txt",
        "aovpn radius nps1.corp.example.com --secret-env RADIUS_SECRET --identity alice@corp.example.com --certificate alice.pfx",
        "aovpn radius nps1.corp.example.com --secret-file secret.txt --method peap-mschapv2 --identity 'CORP\\alice' --password-file password.txt",
        "aovpn radius nps1.corp.example.com --dry-run",
    ];

    public static Command Create(Surroundings surroundings)
    {
        var host = new Argument<string>("HOST") { Description = "Name or address of the RADIUS server. Run this on the VPN server, or where the RADIUS server knows this machine as a client." };
        var secretFile = new Option<string>("--secret-file") { Description = "File whose first line is the shared secret. Without it, --secret-env or a prompt.", HelpName = "FILE" };
        var secretVariable = new Option<string>("--secret-env") { Description = "Environment variable that holds the shared secret.", HelpName = "NAME" };
        var profile = new Option<string>("--profile") { Description = "A ProfileXML: EAP method, server names and trusted roots are taken from it.", HelpName = "FILE" };
        var method = new Option<string>("--method") { Description = "How to authenticate; without credentials as a stranger.", HelpName = "stranger|mschapv2|tls|peap-tls|peap-mschapv2" };
        method.AcceptOnlyFromAmong("stranger", "mschapv2", "tls", "peap-tls", "peap-mschapv2");
        var credentials = new CredentialOptions();
        var identity = new Option<string>("--identity", "--user") { Description = "The user's name. As a stranger too: many servers refuse unknown names at once.", HelpName = "NAME" };
        var certificate = new Option<string>("--certificate") { Description = "The user's certificate: PFX, PEM with its chain, or one of this machine's stores by its thumbprint, whose key is not exported; none for a user who has none.", HelpName = "FILE|store:THUMBPRINT" };
        var roots = new Option<string>("--roots") { Description = "PEM file of the roots that clients trust; without it those of this machine.", HelpName = "FILE" };
        var port = new Option<int>("--port") { Description = "In place of UDP 1812.", HelpName = "PORT", DefaultValueFactory = _ => 1812 };
        var accountingPort = new Option<int>("--accounting-port") { Description = "In place of UDP 1813.", HelpName = "PORT", DefaultValueFactory = _ => 1813 };
        var accounting = new Option<bool>("--accounting") { Description = "Ask the accounting port too. The server logs the end of a session that never was." };
        var forgery = new Option<bool>("--forgery") { Description = "Ask without Message-Authenticator: who answers is open to BlastRADIUS (CVE-2024-3596). The server logs a refusal." };
        var revocation = new Option<bool>("--check-revocation") { Description = "Ask the addresses that the certificates name, over HTTP, whether these are revoked. They are hosts that you did not name." };
        var only = new Option<bool>("--authenticate-only") { Description = "One authentication, and nothing besides." };
        var nasAddress = new Option<string>("--nas-address") { Description = "NAS-IP-Address to send; without it 127.0.0.1.", HelpName = "ADDRESS" };
        var nasIdentifier = new Option<string>("--nas-identifier") { Description = "NAS-Identifier to send.", HelpName = "NAME" };
        var calling = new Option<string>("--calling-station") { Description = "Calling-Station-Id to send: the address a client would come from.", HelpName = "TEXT" };
        var mtu = new Option<int>("--framed-mtu") { Description = "Framed-MTU to send, in bytes.", HelpName = "BYTES", DefaultValueFactory = _ => 1400 };
        var transcript = new Option<string>("--transcript") { Description = "Keep what was sent and received: aovpn diagnose FILE gives the same findings again, but where it is redacted.", HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be sent to whom, and send nothing." };
        var format = new Option<string>("--format") { Description = "Form of the report.", HelpName = "text|json|html|sarif", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html", "sarif");
        var output = new Option<string>("--output", "-o") { Description = "Write the report to this file instead of standard output.", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Text: only one line for each cause found." };
        var all = new Option<bool>("--all") { Description = "Text: list every cause, those ruled out too." };

        var command = new Command("radius", "Asks a RADIUS server (NPS) as the VPN server would, and says at which step and why it refuses.")
        {
            host, secretFile, secretVariable, profile, method, identity, credentials.PasswordFile, credentials.PasswordVariable, certificate, credentials.Key, credentials.CertificatePassword, roots, credentials.ServerNames, credentials.WithoutTunnel, port,
            accountingPort, accounting, forgery, revocation, only, nasAddress, nasIdentifier, calling, mtu, transcript, dryRun, format, output, quiet, all,
        };
        var redact = new RedactOptions();
        redact.AddTo(command);
        command.SetAction((result, cancel) => new RadiusRun(surroundings, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(
            new()
            {
                Probe = credentials.In(new()
                {
                    Host = result.GetValue(host),
                    Profile = result.GetValue(profile),
                    Method = result.GetValue(method),
                    Identity = result.GetValue(identity),
                    Certificate = result.GetValue(certificate),
                    Roots = result.GetValue(roots),
                    Port = result.GetValue(port),
                    ChecksRevocation = result.GetValue(revocation),
                    Transcript = result.GetValue(transcript),
                    Hidden = redact.Of(result),
                    DryRun = result.GetValue(dryRun),
                    Format = result.GetValue(format)!,
                    Output = result.GetValue(output),
                    IsQuiet = result.GetValue(quiet),
                    All = result.GetValue(all),
                }, result),
                SecretFile = result.GetValue(secretFile),
                SecretVariable = result.GetValue(secretVariable),
                AccountingPort = result.GetValue(accountingPort),
                Accounting = result.GetValue(accounting),
                Forgery = result.GetValue(forgery),
                OnlyAuthentication = result.GetValue(only),
                NasAddress = result.GetValue(nasAddress),
                NasIdentifier = result.GetValue(nasIdentifier),
                CallingStation = result.GetValue(calling),
                FramedMtu = result.GetValue(mtu),
            },
            cancel));
        return command;
    }
}
