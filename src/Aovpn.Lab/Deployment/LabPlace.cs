namespace Aovpn.Lab.Deployment;

/// <summary>Where a fault of the lab is.</summary>
public enum LabPlace
{
    /// <summary>Between client and VPN server.</summary>
    Way,

    VpnServer,

    /// <summary>The network behind the VPN server.</summary>
    Inside,

    RadiusServer,

    /// <summary>The user, the machine, and what they hold.</summary>
    Client,
}
