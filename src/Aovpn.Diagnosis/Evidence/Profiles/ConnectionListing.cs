using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>Turns what Get-VpnConnection lists into a <see cref="ProfileRead"/>.</summary>
internal sealed class ConnectionListing(EvidenceText text)
{
    private const string None = "None";

    /// <summary>Properties that only a custom IPsec policy has.</summary>
    private static readonly string[] PolicyNames =
        ["AuthenticationTransformConstants", "CipherTransformConstants", "DHGroup", "IntegrityCheckMethod", "PfsGroup", "EncryptionMethod"];

    /// <summary>Properties of a connection; any two of them beside a name are enough, since Select-Object may have left out the others.</summary>
    internal static readonly string[] ConnectionNames =
        ["ServerAddress", "TunnelType", "SplitTunneling", "ConnectionStatus", "AllUserConnection", "EncryptionLevel", "EapConfigXmlStream", "AuthenticationMethod"];

    public static bool IsConnection(PropertyList list) =>
        list.Has("Name") && ConnectionNames.Count(name => list[name] is not null) >= 2;

    public static bool IsRoute(PropertyList list) => list.Has("DestinationPrefix") && (list["ExclusionRoute"] ?? list["RouteMetric"] ?? list["Metric"]) is not null;

    public static bool IsPolicy(PropertyList list) => PolicyNames.Count(name => list[name] is not null) >= 4;

    /// <param name="allUsers">What the command asked for, where the listing itself does not say.</param>
    public ProfileRead Profile(PropertyList list, bool? allUsers)
    {
        var methods = list["AuthenticationMethod"]?.Items.ToImmutableArray() ?? [];
        var byMachine = methods.Contains("MachineCertificate", StringComparer.OrdinalIgnoreCase);
        var forAll = Flag(list, "AllUserConnection") ?? allUsers;
        var split = Flag(list, "SplitTunneling");
        var host = list.Value("PSComputerName") is { } name ? new Host(HostRole.Client, name)
            : Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown);

        return new(
            text.Cite(list["Name"]!.First), host, ProfileForm.Connection, list.Value("Name"), byMachine && forAll is null ? null : byMachine && forAll is true,
            [.. Servers(list)], Tunnel(list.Value("TunnelType")), UserMethod(methods), byMachine ? "Certificate" : null, null,
            split switch { true => "SplitTunnel", false => "ForceTunnel", _ => null })
        {
            ConnectionStatus = list.Value("ConnectionStatus"),
            RememberCredentials = Flag(list, "RememberCredential"),
            DnsSuffix = list.Value("DnsSuffix"),
            MachineCertificateFilters = [.. new[] { list.Value("MachineCertificateEKUFilter"), list.Value("MachineCertificateIssuerFilter") }.OfType<string>()],
            Fields = Fields(list,
                (nameof(ProfileRead.Name), "Name"), (nameof(ProfileRead.Servers), "ServerAddress"), (nameof(ProfileRead.TunnelType), "TunnelType"),
                (nameof(ProfileRead.UserMethod), "AuthenticationMethod"), (nameof(ProfileRead.MachineMethod), "AuthenticationMethod"),
                (nameof(ProfileRead.Eap), "EapConfigXmlStream"), (nameof(ProfileRead.Routing), "SplitTunneling"),
                (nameof(ProfileRead.IsDeviceTunnel), "AllUserConnection"), (nameof(ProfileRead.ConnectionStatus), "ConnectionStatus"),
                (nameof(ProfileRead.RememberCredentials), "RememberCredential"),
                (nameof(ProfileRead.DnsSuffix), "DnsSuffix"), (nameof(ProfileRead.CryptographySuite), "IPSecCustomPolicy"),
                (nameof(ProfileRead.MachineCertificateFilters), "MachineCertificateEKUFilter"), (nameof(ProfileRead.Routes), "Routes")),
        };
    }

    public Route Route(PropertyList list) => new(
        text.Cite(list["DestinationPrefix"]!.First), list.Value("DestinationPrefix") ?? "",
        Interface: list.Value("InterfaceAlias"),
        Metric: int.TryParse(list.Value("RouteMetric") ?? list.Value("Metric"), NumberStyles.None, CultureInfo.InvariantCulture, out var metric) ? metric : null,
        IsExclusion: Flag(list, "ExclusionRoute") is true)
    {
        Fields = Fields(list, (nameof(Observations.Route.Prefix), "DestinationPrefix"), (nameof(Observations.Route.IsExclusion), "ExclusionRoute")),
    };

    public static ImmutableDictionary<string, string> Policy(PropertyList list) => PolicyNames
        .Where(name => list.Value(name) is not null)
        .ToImmutableDictionary(name => name, name => list.Value(name)!, StringComparer.OrdinalIgnoreCase);

    private static ImmutableDictionary<string, Locator> Fields(PropertyList list, params ReadOnlySpan<(string Field, string Property)> names)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, Locator>();
        foreach (var (field, property) in names)
        {
            if (list[property] is { } found)
                fields[field] = new Locator.Lines(found.First, found.Last);
        }

        return fields.ToImmutable();
    }

    private static IEnumerable<string> Servers(PropertyList list)
    {
        var listed = list["ServerAddressList"] ?? list["ServerList"];
        return (list["ServerAddress"]?.Items ?? [])
            .Concat((listed?.Items ?? []).Where(server => server.Contains('.', StringComparison.Ordinal)))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Get-VpnConnection writes Ikev2, L2tp, Pptp, Sstp; the profile's words are meant.</summary>
    private static string? Tunnel(string? type) => type?.ToUpperInvariant() switch
    {
        null => null,
        "IKEV2" => "IKEv2",
        "AUTOMATIC" => "Automatic",
        "L2TP" or "PPTP" or "SSTP" => type.ToUpperInvariant(),
        _ => type,
    };

    private static string? UserMethod(ImmutableArray<string> methods)
    {
        var method = methods.FirstOrDefault(method => !method.Equals("MachineCertificate", StringComparison.OrdinalIgnoreCase) && method != None);
        return method?.ToUpperInvariant() switch
        {
            null => null,
            "EAP" => "Eap",
            "MSCHAPV2" => "MSChapv2",
            _ => method,
        };
    }

    private static bool? Flag(PropertyList list, string name) => list.Value(name)?.ToUpperInvariant() switch
    {
        "TRUE" => true,
        "FALSE" => false,
        _ => null,
    };
}
