using System.Collections.Immutable;
using System.Security.Cryptography;
using Aovpn.Diagnosis.Observations;
using Aovpn.Lab.Certificates;
using Aovpn.Lab.Eap;
using Aovpn.Lab.Gateway;
using Aovpn.Lab.Inside;
using Aovpn.Lab.Radius;

namespace Aovpn.Lab.Deployment;

/// <summary>A whole deployment: client, way, VPN server, NPS, the network inside. Healthy as it is made; faults change it.</summary>
public sealed record LabDeployment
{
    public const string GatewayName = "vpn.corp.example.com", NpsName = "nps.corp.example.com", User = "alice@corp.example.com", Machine = "pc1.corp.example.com";

    private LabDeployment(LabAuthority authority, LabAuthority stranger, DateTimeOffset now)
    {
        (Authority, Stranger, Now) = (authority, stranger, now);
        var (password, secret) = (Random(), Random());
        var root = authority.Root;
        Inside = new();
        Gateway = new(GatewayName, authority.Issue(GatewayName, [Purpose.ServerAuthentication]), new(secret), now)
        {
            ClientRoots = [root],
            DnsServers = [Inside.DnsServer],
            VendorIds = WindowsVendorIds,
        };
        Radius = new(secret, new(authority.Issue(NpsName, [Purpose.ServerAuthentication]), [root], now) { User = User, Password = password });
        Client = new(User, password, authority.Issue(User, [Purpose.ClientAuthentication]), authority.Issue(Machine, [Purpose.ClientAuthentication]), root, NpsName);
    }

    /// <summary>MS NT5 ISAKMPOAKLEY version 9 and Vid-Initial-Contact (MS-IKEE §1.7), as RRAS since Windows Server 2012 sends them.</summary>
    private static ImmutableArray<ImmutableArray<byte>> WindowsVendorIds { get; } =
        [[.. Convert.FromHexString("1E2B516905991C7D7C96FCBFB587E46100000009")], [.. Convert.FromHexString("26244D38EDDB61B3172A36E3D0CFB819")]];

    /// <summary>Issues what the deployment needs; clients trust its root.</summary>
    public LabAuthority Authority { get; }

    /// <summary>An authority that nobody trusts.</summary>
    public LabAuthority Stranger { get; }

    public DateTimeOffset Now { get; }

    public GatewaySettings Gateway { get; init; }

    public RadiusServerSettings Radius { get; init; }

    public InsideSettings Inside { get; init; }

    public LabPath Path { get; init; } = LabPath.Open;

    public LabClient Client { get; init; }

    /// <summary>What must never be printed: the password and the shared secrets.</summary>
    public ImmutableArray<string> Secrets => [.. new[] { Client.Password, Radius.Eap.Password, Radius.Secret, Gateway.RadiusSecret.Reveal() }.Distinct()];

    /// <param name="now">The time about which certificates are in force.</param>
    /// <param name="rsa">RSA keys, as AD CS makes them; ECDSA otherwise, which is quick.</param>
    public static LabDeployment Healthy(DateTimeOffset now, bool rsa = false) => new(new("Lab Root CA", now, rsa), new("Nobody's Root CA", now, rsa), now);

    internal LabDeployment WithNps(Func<EapServerSettings, EapServerSettings> change) => this with { Radius = Radius with { Eap = change(Radius.Eap) } };

    internal LabDeployment WithGatewayCertificate(LabCertificate? certificate) => this with { Gateway = Gateway with { Certificate = certificate } };

    /// <summary>128 bits that can be typed.</summary>
    internal static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public override string ToString() => "(lab deployment)";
}
