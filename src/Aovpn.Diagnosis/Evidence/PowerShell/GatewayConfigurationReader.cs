using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// Reads what the RemoteAccess cmdlets list of a VPN server: Get-VpnServerConfiguration, Get-VpnAuthProtocol, Get-RemoteAccess, Set-VpnAuthType
/// and the table of Get-RemoteAccessRadius. Each listing says what it shows and leaves the rest null.
/// </summary>
public sealed class GatewayConfigurationReader : IPassageReader
{
    private const string Local = "Windows";
    private const int ThumbprintDigits = 40;

    private static readonly string[] PolicyNames =
        ["AuthenticationTransformConstants", "CipherTransformConstants", "DHGroup", "IntegrityCheckMethod", "PfsGroup", "EncryptionMethod"];

    public string Kind => "gateway-configuration";

    public int Order => 130;

    public Anchors Anchors { get; } = Anchors.Of(
        "UserAuthProtocolAccepted", "TunnelAuthProtocolsAdvertised", "Ikev2Ports", "CustomPolicy", "VpnStatus", "IPAssignmentMethod", "RadiusServerList", "Purpose");

    public IEnumerable<Passage> Find(EvidenceText text) => PropertyList.Find(text)
        .Select(list => Read(text, list)).OfType<Passage>()
        .Concat(RadiusServerTable.Find(text));

    private static Passage? Read(EvidenceText text, PropertyList list)
    {
        var isAuthentication = list["UserAuthProtocolAccepted"] is not null || list["TunnelAuthProtocolsAdvertised"] is not null;
        var isServer = list["Ikev2Ports"] is not null || list.Has("CustomPolicy", "EncryptionType");
        var isRemoteAccess = list.Has("VpnStatus") && (list["IPAssignmentMethod"] ?? list["AuthenticationType"] ?? list["InternetInterface"]) is not null;
        var isAddressAssignment = list.Has("IPAssignmentMethod");
        var isType = list.Has("Type", "RadiusServerList");
        if (!isAuthentication && !isServer && !isRemoteAccess && !isAddressAssignment && !isType)
            return null;

        var host = list.Value("PSComputerName") is { } name ? new Host(HostRole.VpnServer, name)
            : Host.VpnServer.Or(text.Artifact.Host.Role is HostRole.VpnServer ? text.Artifact.Host : Host.Unknown);
        var configured = new GatewayConfigured(
            text.Cite(list.First, list.Last), host, isAuthentication ? Items(list, "UserAuthProtocolAccepted") : null, Ranges(list),
            list.Value("RootCertificateNameToAccept"), RadiusServers(list), isServer && list["CustomPolicy"] is not null ? Policy(list) : null)
        {
            Ikev2Ports = int.TryParse(list.Value("Ikev2Ports"), NumberStyles.None, CultureInfo.InvariantCulture, out var ports) ? ports : null,
            CertificateThumbprint = Thumbprint(list.Value("CertificateAdvertised")) ?? Thumbprint(list.Value("SslCertificate")),
            SslCertificate = Thumbprint(list.Value("SslCertificate")),
            Fields = Fields(list,
                (nameof(GatewayConfigured.AuthenticationMethods), "UserAuthProtocolAccepted"), (nameof(GatewayConfigured.AcceptedRoot), "RootCertificateNameToAccept"),
                (nameof(GatewayConfigured.AddressRanges), "IPAssignmentMethod"), (nameof(GatewayConfigured.AddressRanges), "IPAddressRangeList"),
                (nameof(GatewayConfigured.RadiusServers), "AuthenticationType"), (nameof(GatewayConfigured.RadiusServers), "RadiusServerList"),
                (nameof(GatewayConfigured.Ikev2Ports), "Ikev2Ports"), (nameof(GatewayConfigured.CustomPolicy), "CustomPolicy"),
                (nameof(GatewayConfigured.CertificateThumbprint), "CertificateAdvertised")).SetItems(SslCertificatePlace(list)),
        };
        return new(list.First, list.Last, [configured]);
    }

    private static ImmutableArray<string>? Items(PropertyList list, string name) => list[name] is { } property ? [.. property.Items] : null;

    private static ImmutableArray<string>? Ranges(PropertyList list)
    {
        if (list.Value("IPAssignmentMethod")?.Contains("DHCP", StringComparison.OrdinalIgnoreCase) is true)
            return [];
        return list["IPAddressRangeList"] is { Value.Length: > 0 } ranges ? [.. ranges.Items.Select(range => range.Replace(" ", "", StringComparison.Ordinal))] : null;
    }

    /// <summary>None when Windows itself authenticates.</summary>
    private static ImmutableArray<string>? RadiusServers(PropertyList list) =>
        list["RadiusServerList"] is { Value.Length: > 0 } servers ? [.. servers.Items]
        : (list.Value("AuthenticationType") ?? (list["RadiusServerList"] is null ? null : list.Value("Type")))?.Equals(Local, StringComparison.OrdinalIgnoreCase) is true ? [] : null;

    private static ImmutableDictionary<string, string> Policy(PropertyList list) => PolicyNames
        .Where(name => list.Value(name) is not null)
        .ToImmutableDictionary(name => name, name => list.Value(name)!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The 40 hexadecimal digits after <c>[Thumbprint]</c>.</summary>
    private static string? Thumbprint(string? certificate)
    {
        const string Label = "[Thumbprint]";
        var at = certificate?.IndexOf(Label, StringComparison.Ordinal) ?? -1;
        var digits = at < 0 ? "" : string.Concat(certificate![(at + Label.Length)..].Where(char.IsAsciiHexDigit).Take(ThumbprintDigits));
        return digits.Length == ThumbprintDigits ? digits.ToLowerInvariant() : null;
    }

    /// <summary>A certificate takes many lines; the one of its thumbprint decides.</summary>
    private static IEnumerable<KeyValuePair<string, Locator>> SslCertificatePlace(PropertyList list) =>
        from piece in list["SslCertificate"]?.Pieces ?? []
        where piece.Text.Trim() is { Length: ThumbprintDigits } digits && digits.All(char.IsAsciiHexDigit)
        select KeyValuePair.Create(nameof(GatewayConfigured.SslCertificate), (Locator)new Locator.Lines(piece.Line));

    private static ImmutableDictionary<string, Locator> Fields(PropertyList list, params ReadOnlySpan<(string Field, string Property)> names)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, Locator>();
        foreach (var (field, property) in names)
        {
            if (list[property] is { Value.Length: > 0 } found)
                fields[field] = new Locator.Lines(found.First, found.Last);
        }

        return fields.ToImmutable();
    }
}
