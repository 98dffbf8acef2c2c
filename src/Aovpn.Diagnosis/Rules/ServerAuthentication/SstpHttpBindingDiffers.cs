using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate that HTTP.sys presents on 443 is not the one that RRAS expects for SSTP (RasSstp 12, 13, 24, 32).</summary>
public sealed class SstpHttpBindingDiffers() : FleetRule(new Need("sstp-events", HostRole.VpnServer))
{
    private const int NotBoundToIPv4 = 12, NotBoundToIPv6 = 13, FamiliesDiffer = 24, HashDiffers = 32;

    public override IEnumerable<Verdict> Judge(CaseFile file) =>
        SstpEvents.In(file, NotBoundToIPv4, NotBoundToIPv6, FamiliesDiffer, HashDiffers).Select(seen => SstpEvents.Found(seen, seen.EventId switch
        {
            NotBoundToIPv4 => Message.Of($"the certificate for SSTP cannot be bound for IPv4 (RasSstp {NotBoundToIPv4})"),
            NotBoundToIPv6 => Message.Of($"the certificate for SSTP cannot be bound for IPv6 (RasSstp {NotBoundToIPv6})"),
            FamiliesDiffer => Message.Of($"IPv4 and IPv6 present different certificates for SSTP (RasSstp {FamiliesDiffer})"),
            _ => Message.Of($"the certificate bound in HTTP.sys is not the one that RRAS has for SSTP (RasSstp {HashDiffers})"),
        }));
}
