using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate that HTTP.sys presents on 443 is not the one that RRAS expects for SSTP (RasSstp 24, 32).</summary>
public sealed class SstpHttpBindingDiffers() : FleetRule(new Need("sstp-events", HostRole.VpnServer))
{
    private const int FamiliesDiffer = 24, HashDiffers = 32;

    public override IEnumerable<Verdict> Judge(CaseFile file) => SstpEvents.In(file, FamiliesDiffer, HashDiffers).Select(seen => SstpEvents.Found(seen, seen.EventId == FamiliesDiffer
        ? Message.Of($"IPv4 and IPv6 present different certificates for SSTP (RasSstp {FamiliesDiffer})")
        : Message.Of($"the certificate bound in HTTP.sys is not the one that RRAS has for SSTP (RasSstp {HashDiffers})")));
}
