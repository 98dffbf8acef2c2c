using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>The certificates that the VPN server presents in TLS for SSTP; where only SSTP is in use, those its store would offer.</summary>
public static class SstpCertificates
{
    public static ImmutableArray<GatewayCertificate> In(CaseFile file)
    {
        ImmutableArray<GatewayCertificate> presented =
        [
            .. file.All<CertificateSeen>(HostRole.VpnServer)
                .Where(seen => seen is { Use: CertificateUse.Sstp, Certificate.IsCertificationAuthority: not true })
                .Select(seen => new GatewayCertificate(seen, seen.Certificate, IsPresented: true)),
        ];
        return presented.IsEmpty && TunnelKinds.OnlySstp(file) ? GatewayCertificates.In(file) : presented;
    }
}
