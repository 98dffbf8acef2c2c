using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>
/// The certificate that HTTP.sys presents on 443 is not the one that RRAS expects for SSTP: RasSstp 12, 13, 24, 32, or the bindings
/// themselves (netsh http show sslcert) beside what RRAS is set to.
/// </summary>
public sealed class SstpHttpBindingDiffers() : FleetRule(new Need("sstp-events", HostRole.VpnServer), new Need("http-bindings", HostRole.VpnServer))
{
    private const int NotBoundToIPv4 = 12, NotBoundToIPv6 = 13, FamiliesDiffer = 24, HashDiffers = 32;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in SstpEvents.In(file, NotBoundToIPv4, NotBoundToIPv6, FamiliesDiffer, HashDiffers))
            yield return SstpEvents.Found(seen, Sentence(seen.EventId));

        foreach (var listed in file.All<TlsBindingsListed>().Where(listed => listed.About.Role is HostRole.VpnServer))
        {
            if (Judge(listed, file) is { } verdict)
                yield return verdict with { About = listed.About };
        }
    }

    private static Message Sentence(int eventId) => eventId switch
    {
        NotBoundToIPv4 => Message.Of($"the certificate for SSTP cannot be bound for IPv4 (RasSstp {NotBoundToIPv4})"),
        NotBoundToIPv6 => Message.Of($"the certificate for SSTP cannot be bound for IPv6 (RasSstp {NotBoundToIPv6})"),
        FamiliesDiffer => Message.Of($"IPv4 and IPv6 present different certificates for SSTP (RasSstp {FamiliesDiffer})"),
        _ => Message.Of($"the certificate bound in HTTP.sys is not the one that RRAS has for SSTP (RasSstp {HashDiffers})"),
    };

    private static Verdict? Judge(TlsBindingsListed listed, CaseFile file)
    {
        TlsBinding[] bound = [.. listed.Bindings.Where(binding => binding is { IsForSstp: true, Thumbprint: not null })];
        if (bound.Length == 0)
            return null;

        var other = Array.Find(bound, binding => binding.Thumbprint != bound[0].Thumbprint);
        if (other is not null)
        {
            return Verdict.Found(
                $"{Hole.Plain(bound[0].Endpoint)} presents the certificate {Hole.Thumbprint(bound[0].Thumbprint!)}, {Hole.Plain(other.Endpoint)} presents {Hole.Thumbprint(other.Thumbprint!)}",
                bound[0].Cite(nameof(TlsBinding.Thumbprint)), other.Cite(nameof(TlsBinding.Thumbprint)));
        }

        if (file.All<GatewayConfigured>(HostRole.VpnServer).FirstOrDefault(seen => seen.SslCertificate is not null) is not { } configured)
            return null;
        return configured.SslCertificate == bound[0].Thumbprint
            ? Verdict.RuledOut(
                $"{Hole.Plain(bound[0].Endpoint)} presents the certificate that RRAS is set to", bound[0].Cite(nameof(TlsBinding.Thumbprint)), configured.Cite(nameof(GatewayConfigured.SslCertificate)))
            : Verdict.Found(
                $"{Hole.Plain(bound[0].Endpoint)} presents the certificate {Hole.Thumbprint(bound[0].Thumbprint!)}, and RRAS is set to {Hole.Thumbprint(configured.SslCertificate!)}",
                bound[0].Cite(nameof(TlsBinding.Thumbprint)), configured.Cite(nameof(GatewayConfigured.SslCertificate)));
    }
}
