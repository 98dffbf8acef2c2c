namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>
/// The two network policies that every NPS is installed with. They have no conditions worth the name and deny access: what reaches them fits no
/// other policy.
/// </summary>
internal static class DefaultNetworkPolicy
{
    private static readonly string[] Names =
    [
        "Connections to other access servers", "Connections to Microsoft Routing and Remote Access server", "Verbindungen mit anderen Zugriffsservern",
    ];

    public static bool Is(string? policy) => policy is not null && Names.Contains(policy, StringComparer.OrdinalIgnoreCase);
}
