using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>
/// Which certificate the VPN server uses for IKE. Handshakes settle it; else a file collected as the server's; else the
/// listing of its machine store. Of several there it is the one that the server's configuration names; how Windows chooses
/// otherwise is not documented, so the choice is ours: a key, then the name that clients dial, then Server Authentication,
/// then being in force. What is still equal stays several.
/// </summary>
public static class GatewayCertificates
{
    /// <summary>Empty when nothing shows the server's certificate; several when the evidence leaves the choice open.</summary>
    public static ImmutableArray<GatewayCertificate> In(CaseFile file)
    {
        ImmutableArray<CertificateSeen> single = [.. file.All<CertificateSeen>(HostRole.VpnServer).Where(seen => seen.Certificate.IsCertificationAuthority is not true)];
        ImmutableArray<GatewayCertificate> presented =
            [.. single.Where(seen => seen.Use is CertificateUse.Ike).Select(seen => new GatewayCertificate(seen, seen.Certificate, IsPresented: true))];
        if (!presented.IsEmpty)
            return [.. presented.DistinctBy(Identity)];

        ImmutableArray<GatewayCertificate> files =
            [.. single.Where(seen => seen.Use is CertificateUse.File).Select(seen => new GatewayCertificate(seen, seen.Certificate, IsPresented: false))];
        return files.IsEmpty ? Chosen(InStore(file), file) : Chosen(files, file);
    }

    /// <summary>What the listings of the VPN server's machine store hold, certification authorities and keyless certificates left out.</summary>
    public static ImmutableArray<GatewayCertificate> InStore(CaseFile file) =>
    [
        .. MachineStores(file).SelectMany(store => store.Certificates
            .Where(certificate => certificate.HasPrivateKey is not false && certificate.IsCertificationAuthority is not true)
            .Select(certificate => new GatewayCertificate(store, certificate, IsPresented: false))),
    ];

    /// <summary>Listings of the VPN server's personal store of the machine.</summary>
    public static IEnumerable<StoreListed> MachineStores(CaseFile file) =>
        file.All<StoreListed>(HostRole.VpnServer).Where(PersonalStores.IsMachines);

    private static ImmutableArray<GatewayCertificate> Chosen(ImmutableArray<GatewayCertificate> candidates, CaseFile file)
    {
        if (candidates.Length < 2)
            return candidates;
        if (candidates.FirstOrDefault(one => IsConfigured(one.Certificate, file)) is { } configured)
            return [configured];

        ImmutableArray<string> dialled = [.. NamesDialled.In(file).Select(name => name.Server)];
        var best = candidates.Min(candidate => Rank(candidate.Certificate, dialled, file.AsOf));
        ImmutableArray<GatewayCertificate> left = [.. candidates.Where(one => Rank(one.Certificate, dialled, file.AsOf) == best).DistinctBy(Identity)];
        return left.All(one => one.Certificate.IsInForce(file.AsOf) is false) ? [left.MaxBy(one => one.Certificate.NotAfter?.First)!] : left;
    }

    /// <summary>Get-VpnAuthProtocol or Get-RemoteAccess names its thumbprint.</summary>
    private static bool IsConfigured(Certificate certificate, CaseFile file) =>
        certificate.Thumbprint is { } thumbprint && file.All<GatewayConfigured>().Any(gateway => gateway.CertificateThumbprint == thumbprint);

    /// <summary>Lower is likelier.</summary>
    private static (bool Reported, bool OtherName, int Purpose, int Validity) Rank(Certificate certificate, ImmutableArray<string> dialled, DateTimeOffset asOf) =>
    (
        certificate.IsReported,
        !dialled.IsEmpty && !dialled.Any(name => CertificateNames.Cover(certificate, name) is true),
        certificate.Allows(Purpose.ServerAuthentication) switch { true => 0, null => 1, false => 2 },
        certificate.IsInForce(asOf) switch { true => 0, null => 1, false => 2 }
    );

    private static string Identity(GatewayCertificate one) => one.Certificate.Thumbprint ?? one.Certificate.Serial ?? one.Certificate.Source.ToString();
}
