using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate that the client saw in TLS is not the one that the server vouches for inside it (RasSstp 6): something terminates TLS between them.</summary>
public sealed class SstpTlsIntercepted() : FleetRule(new Need("sstp-events", HostRole.Client))
{
    private const int CryptoBindingFailed = 6;

    public override IEnumerable<Verdict> Judge(CaseFile file) => SstpEvents.In(file, CryptoBindingFailed)
        .Select(seen => SstpEvents.Found(seen, Message.Of($"the certificate hash that binds SSTP to its TLS connection does not fit (RasSstp {CryptoBindingFailed})")));
}
