using System.CommandLine;

namespace Aovpn.Cli.Probing;

/// <summary>What a probe authenticates with and whom it trusts with it: the same for every command that authenticates.</summary>
internal sealed class CredentialOptions
{
    public Option<string> PasswordFile { get; } = new("--password-file") { Description = "File whose first line is the password. Without it, --password-env or a prompt.", HelpName = "FILE" };

    public Option<string> PasswordVariable { get; } = new("--password-env") { Description = "Environment variable that holds the password.", HelpName = "NAME" };

    public Option<string> Key { get; } = new("--key") { Description = "Its private key, where a PEM file does not hold it.", HelpName = "FILE" };

    public Option<string> CertificatePassword { get; } = new("--certificate-password-file") { Description = "File whose first line is the password of the PFX or key.", HelpName = "FILE" };

    public Option<string[]> ServerNames { get; } = new("--server-name") { Description = "Name that the RADIUS server's certificate must carry; the profile's otherwise.", HelpName = "NAME" };

    public Option<bool> WithoutTunnel { get; } = new("--allow-mschapv2-without-tunnel") { Description = "Speak EAP-MSCHAPv2 where no TLS hides it: whoever reads along can crack the password." };

    /// <returns>The arguments with what was typed for these options.</returns>
    public ProbeArguments In(ProbeArguments arguments, ParseResult result) => arguments with
    {
        PasswordFile = result.GetValue(PasswordFile),
        PasswordVariable = result.GetValue(PasswordVariable),
        Key = result.GetValue(Key),
        CertificatePasswordFile = result.GetValue(CertificatePassword),
        ServerNames = result.GetValue(ServerNames) ?? [],
        MsChapV2WithoutTunnel = result.GetValue(WithoutTunnel),
    };
}
