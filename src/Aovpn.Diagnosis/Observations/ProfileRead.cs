using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>
/// A VPN profile: ProfileXML of the VPNv2 CSP as a file, inside a script or as Get-WmiObject wraps it, or a connection as
/// Get-VpnConnection shows it. A setting that the evidence does not show is null.
/// </summary>
/// <param name="Form">Where it was read, which tells what can be expected to be in it.</param>
/// <param name="Name">The connection's name.</param>
/// <param name="IsDeviceTunnel">DeviceTunnel is true, or an all-user connection with machine certificate.</param>
/// <param name="Servers">Names or addresses to dial, in order; friendly names after a semicolon are not among them.</param>
/// <param name="TunnelType">IKEv2, SSTP, L2TP, PPTP, Automatic, ProtocolList or a plug-in's name.</param>
/// <param name="UserMethod">Eap, MSChapv2 ...</param>
/// <param name="MachineMethod">Certificate, Eap ...</param>
/// <param name="Eap">The EAP configuration; null when there is none.</param>
/// <param name="Routing">SplitTunnel or ForceTunnel.</param>
public sealed record ProfileRead(
    Citation Source, Host About, ProfileForm Form, string? Name, bool? IsDeviceTunnel, ImmutableArray<string> Servers, string? TunnelType,
    string? UserMethod, string? MachineMethod, EapConfiguration? Eap, string? Routing) : Observation(Source, About, null)
{
    public bool? AlwaysOn { get; init; }

    public bool? LockDown { get; init; }

    /// <summary>RememberCredentials: Windows keeps what the user signed in with, a certificate too.</summary>
    public bool? RememberCredentials { get; init; }

    public bool? RegisterDns { get; init; }

    /// <summary>DeviceCompliance/Enabled: ask Entra ID for a Conditional Access certificate.</summary>
    public bool? DeviceCompliance { get; init; }

    /// <summary>DeviceCompliance/Sso/Enabled and its certificate filter.</summary>
    public bool? SingleSignOn { get; init; }

    /// <summary>UseRasCredentials of the phonebook.</summary>
    public bool? UseRasCredentials { get; init; }

    /// <summary>VpnStrategy of the phonebook, RASENTRY.dwVpnStrategy: 5 SSTP, 6 SSTP first, 7 IKEv2, 8 IKEv2 first, 14 IKEv2 then SSTP.</summary>
    public int? VpnStrategy { get; init; }

    /// <summary>NativeProfile/DisableClassBasedDefaultRoute: no route for the class A, B or C network of the tunnel's address.</summary>
    public bool? DisableClassBasedDefaultRoute { get; init; }

    public ImmutableArray<Route> Routes { get; init; } = [];

    public ImmutableArray<NameRule> NameRules { get; init; } = [];

    /// <summary>DNS suffixes of TrustedNetworkDetection.</summary>
    public ImmutableArray<string> TrustedNetworks { get; init; } = [];

    public string? DnsSuffix { get; init; }

    public int TrafficFilters { get; init; }

    public string? Proxy { get; init; }

    /// <summary>Settings of CryptographySuite or the connection's custom IPsec policy by element name; empty means Windows' defaults.</summary>
    public ImmutableDictionary<string, string> CryptographySuite { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>EKU or issuer filters for machine certificates (Set-VpnConnection -MachineCertificateEKUFilter).</summary>
    public ImmutableArray<string> MachineCertificateFilters { get; init; } = [];

    /// <summary>XML namespaces that are written with https where Windows expects http.</summary>
    public ImmutableArray<string> WrongNamespaces { get; init; } = [];

    /// <summary>False where an XML parser refuses the profile, and Windows with it; the place of that name is the line to mend.</summary>
    public bool IsWellFormed { get; init; } = true;

    /// <summary>
    /// Variables of the script whose values are only known when it runs. Settings that consist of them are null, and where any are, an
    /// absent EAP configuration may be in one of them.
    /// </summary>
    public ImmutableArray<string> Unknown { get; init; } = [];

    /// <summary>Connected or Disconnected, as Get-VpnConnection says.</summary>
    public string? ConnectionStatus { get; init; }
}
