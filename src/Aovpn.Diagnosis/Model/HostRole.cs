namespace Aovpn.Diagnosis.Model;

/// <summary>The part a machine plays in an Always On VPN deployment, in the words of Microsoft's deployment guide.</summary>
public enum HostRole
{
    Unknown,
    Client,
    VpnServer,
    NpsServer,
    CertificationAuthority,
    DomainController,
}
