using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>Roles as administrators call them.</summary>
internal static class RoleWords
{
    public static string Of(HostRole role) => role switch
    {
        HostRole.Client => "client",
        HostRole.VpnServer => "VPN server",
        HostRole.NpsServer => "NPS server",
        HostRole.CertificationAuthority => "certification authority",
        HostRole.DomainController => "domain controller",
        _ => "",
    };

    /// <summary><c>On the client: </c>, or nothing where any machine does.</summary>
    public static string On(HostRole role) => role is HostRole.Unknown ? "" : $"On the {Of(role)}: ";
}
