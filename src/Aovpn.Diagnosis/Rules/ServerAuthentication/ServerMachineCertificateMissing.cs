using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The VPN server has no certificate with a private key in its machine store, or says itself that it finds none.</summary>
public sealed class ServerMachineCertificateMissing() : FleetRule(new Need("server-certificate", HostRole.VpnServer))
{
    /// <summary>RemoteAccess: the certificate set for IKEv2 is not found; no machine certificate for L2TP/IPsec.</summary>
    private const int CertificateSetNotFound = 20285, NoMachineCertificate = 20192;

    private const int IkeAuth = 35;

    /// <summary>AUTHENTICATION_FAILED, RFC 7296 section 3.10.1.</summary>
    private const uint AuthenticationFailed = 24;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<GatewayEvent>().Where(one => one.EventId is CertificateSetNotFound or NoMachineCertificate))
        {
            yield return Verdict.Found($"the VPN server finds no certificate for itself ({Code.Event((uint)seen.EventId)})", seen.Cite(nameof(GatewayEvent.EventId)))
                with { About = seen.About, At = seen.At };
        }

        // A client that wants EAP shows no credentials in the first IKE_AUTH: what is refused there can only be the VPN server's own; unless it
        // shows its certificate to a machine, and simply takes no EAP.
        var shown = file.All<CertificateSeen>(HostRole.VpnServer).Any(one => one is { Use: CertificateUse.Ike, Certificate.IsCertificationAuthority: not true });
        foreach (var seen in shown ? [] : file.All<IkeErrorNotified>(HostRole.VpnServer)
            .Where(one => one is { Exchange: IkeAuth, MessageId: 1, Notify.Value: AuthenticationFailed, ClientWantedEap: true, AfterAuthentication: false }))
        {
            yield return Verdict.Found($"the VPN server answers the first IKE_AUTH with AUTHENTICATION_FAILED and shows no certificate, before the client has shown anything", seen.Cite(nameof(IkeErrorNotified.Notify)))
                with { About = seen.About, At = seen.At };
        }

        foreach (var verdict in GatewayRemarks.Of(file, GatewayRemark.NoPrivateKey, Host.VpnServer))
            yield return verdict;

        foreach (var store in GatewayCertificates.MachineStores(file))
        {
            if (Judge(store) is { } verdict)
                yield return verdict with { About = store.About, At = store.At };
        }
    }

    private Verdict? Judge(StoreListed store)
    {
        var own = store.Certificates.Where(certificate => certificate.IsCertificationAuthority is not true).ToArray();
        if (own.FirstOrDefault(certificate => certificate.HasPrivateKey is not false) is { } usable)
            return Verdict.RuledOut($"the VPN server's machine store holds {Hole.Subject(usable.Subject)}", usable.Cite(nameof(Certificate.Subject)));
        if (!store.Complete)
            return Verdict.Undecided($"the listing shows only a part of the VPN server's machine store", store.Cite(nameof(StoreListed.Store))) with { Needs = Needs };

        return own.Length == 0
            ? Verdict.Found($"the VPN server's machine store holds no certificate of its own", store.Cite(nameof(StoreListed.Store)))
            : own.Length == 1
            ? Verdict.Found($"the only certificate in the VPN server's machine store has no private key: {Hole.Subject(own[0].Subject)}", own[0].Cite(nameof(Certificate.HasPrivateKey)))
            : Verdict.Found($"none of the {own.Length} certificates in the VPN server's machine store has a private key", [.. own.Select(certificate => certificate.Cite(nameof(Certificate.HasPrivateKey)))]);
    }
}
