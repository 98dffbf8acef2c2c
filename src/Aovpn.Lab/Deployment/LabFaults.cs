using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Observations;
using Aovpn.Lab.Certificates;
using Aovpn.Lab.Eap;
using Aovpn.Probes;

namespace Aovpn.Lab.Deployment;

/// <summary>All faults, in the order of a connection.</summary>
public static class LabFaults
{
    /// <summary>What fits into a packet of 1,500 bytes over IPv4 and UDP.</summary>
    private const int LargestWhole = 1472;

    private const string Names = "alternative names so many that it does not fit into a packet";

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public static ImmutableArray<LabFault> All { get; } = [.. Way, .. VpnServer, .. Inside, .. RadiusServer, .. Client];

    /// <returns>Null for a name that is none.</returns>
    public static LabFault? Find(string name) => All.FirstOrDefault(fault => fault.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<LabFault> Way =>
    [
        new("udp500-blocked", LabPlace.Way, "UDP 500 is dropped", "809", "AOV201", lab => lab with { Path = new() { DropsIke = true } }),
        new("udp4500-blocked", LabPlace.Way, "UDP 4500 is dropped", "809", "AOV203", lab => lab with { Path = new() { DropsNatTraversal = true } }),
        new("ike-blocked", LabPlace.Way, "UDP 500 and 4500 are dropped", "809, 800", "AOV201", lab => lab with { Path = new() { DropsIke = true, DropsNatTraversal = true } }),
        new("esp-blocked", LabPlace.Way, "on UDP 4500 only IKE gets through, ESP is dropped", "connected, no access", "AOV819", lab => lab with { Path = new() { DropsEsp = true } }),
        new("fragments-blackhole", LabPlace.Way, "IP fragments are dropped, the VPN server does not fragment inside IKE, and its certificate is large", "809", "AOV205",
            lab => Large(lab) with { Path = new() { LargestDatagram = LargestWhole }, Gateway = Large(lab).Gateway with { OffersFragmentation = false } }),
        new("fragments-blocked", LabPlace.Way, "IP fragments are dropped, and both sides fragment inside IKE", "", null, lab => Large(lab) with { Path = new() { LargestDatagram = LargestWhole } }),
        new("fragments-needed", LabPlace.Way, "IP fragments are dropped, and the VPN server does not fragment inside IKE; its certificate is small", "809", "AOV205",
            lab => lab with { Path = new() { LargestDatagram = LargestWhole }, Gateway = lab.Gateway with { OffersFragmentation = false } }),
        new("server-down", LabPlace.Way, "nothing listens on the VPN server", "809, 800", "AOV209", lab => lab with { Path = new() { IsClosed = true } }),
    ];

    private static IEnumerable<LabFault> VpnServer =>
    [
        new("server-cert-expired", LabPlace.VpnServer, "its certificate expired 30 days ago", "13801", "AOV401", lab => Shows(lab, ends: lab.Now - Month)),
        new("server-cert-not-yet", LabPlace.VpnServer, "its certificate begins in 30 days", "13801", "AOV401", lab => Shows(lab, begins: lab.Now + Month)),
        new("server-cert-no-eku", LabPlace.VpnServer, "its certificate is for Client Authentication only", "13801, 0x80070040", "AOV402", lab => Shows(lab, purpose: Purpose.ClientAuthentication)),
        new("server-cert-mismatch", LabPlace.VpnServer, "its certificate carries another name", "13801", "AOV403", lab => Shows(lab, name: "old-vpn.corp.example.com")),
        new("server-cert-untrusted", LabPlace.VpnServer, "its certificate is from an authority that clients do not trust", "13801, 0x800B0109", "AOV404",
            lab => lab.WithGatewayCertificate(lab.Stranger.Issue(LabDeployment.GatewayName, [Purpose.ServerAuthentication]))),
        new("server-cert-no-intermediate", LabPlace.VpnServer, "it does not send the certificate of its issuing authority", "13801, 0x800B010A", "AOV404", lab => lab.WithGatewayCertificate(
            Below(lab.Authority.Subordinate("Lab Issuing CA 1")))),
        new("server-cert-none", LabPlace.VpnServer, "it has no certificate that it can use", "13806", "AOV412", lab => lab.WithGatewayCertificate(null)),
        new("client-root-missing", LabPlace.VpnServer, "the client trusts another root", "13801, 0x800B0109", "AOV404", lab => lab with { Client = lab.Client with { Root = lab.Stranger.Root } }),
        new("server-cert-large", LabPlace.VpnServer, $"its certificate has {Names}", "", null, Large),
        new("ike-strong-only", LabPlace.VpnServer, "it takes AES-GCM-256, SHA-384 and group 20 only; the client proposes Windows' defaults", "13868", "AOV301",
            lab => lab with { Gateway = lab.Gateway with { Suites = [lab.Gateway.Suites[0]] } }),
        new("ike-weak-only", LabPlace.VpnServer, "it takes 3DES, SHA-1 and group 2 only; the client proposes AES-256 and group 14", "13868", "AOV301", lab => lab with
        {
            Gateway = lab.Gateway with { Suites = [new(EncryptionAlgorithm.TripleDes, null, IntegrityAlgorithm.HmacSha1, PseudorandomFunction.HmacSha1, KeyExchangeMethod.Modp1024)] },
            Client = lab.Client with { Suites = WindowsProposals.NegotiateDh2048Aes256 },
        }),
        new("ike-other-group", LabPlace.VpnServer, "it asks for another group than the client begins with", "", null, lab => lab with
        {
            Gateway = lab.Gateway with { Suites = [lab.Gateway.Suites[1]] },
            Client = lab.Client with { Suites = [.. WindowsProposals.NegotiateDh2048Aes256, lab.Gateway.Suites[1]] },
        }),
        new("cookie", LabPlace.VpnServer, "it asks everybody for a cookie first", "", null, lab => lab with { Gateway = lab.Gateway with { AsksForCookie = true } }),
        new("ike-no-fragmentation", LabPlace.VpnServer, "it does not fragment inside IKE", "", null, lab => lab with { Gateway = lab.Gateway with { OffersFragmentation = false } }),
        new("esp-mismatch", LabPlace.VpnServer, "it takes algorithms for the tunnel that the client does not propose", "13868", "AOV301", lab => lab with
        {
            Gateway = lab.Gateway with { EspSuites = [new(EncryptionAlgorithm.AesCcm16, 256, IntegrityAlgorithm.None, default, KeyExchangeMethod.None)] },
        }),
        new("pool-exhausted", LabPlace.VpnServer, "no inner address is left", "720", "AOV701", lab => lab with { Gateway = lab.Gateway with { Pool = [] } }),
        new("ts-unacceptable", LabPlace.VpnServer, "it lets IPv6 through only", "", "AOV306", lab => lab with { Gateway = lab.Gateway with { Reachable = [TrafficSelector.AllIpv6] } }),
        new("ts-narrowed", LabPlace.VpnServer, "it lets nothing through but its own inner address", "connected, no access", "AOV707", lab => lab with
        {
            Gateway = lab.Gateway with { Reachable = [TrafficSelector.Range(lab.Inside.Gateway.GetAddressBytes(), lab.Inside.Gateway.GetAddressBytes())] },
        }),
        new("radius-secret", LabPlace.VpnServer, "it has another shared secret than NPS", "812, 691", "AOV614", lab => lab with { Gateway = lab.Gateway with { RadiusSecret = new(LabDeployment.Random()) } }) { NeedsLogs = true },
    ];

    private static IEnumerable<LabFault> Inside =>
    [
        new("no-forwarding", LabPlace.Inside, "the VPN server does not forward", "connected, no access", "AOV817", lab => lab with { Inside = lab.Inside with { Forwards = false } }),
        new("internal-dns-down", LabPlace.Inside, "the DNS server's service is stopped", "connected, names fail", "AOV814", lab => lab with { Inside = lab.Inside with { ResolvesNames = false } }),
        new("internal-dns-wrong", LabPlace.Inside, "clients are told an address at which no DNS server is", "connected, names fail", "AOV814",
            lab => lab with { Gateway = lab.Gateway with { DnsServers = [IPAddress.Parse("10.10.0.99")] } }),
        new("internal-web-down", LabPlace.Inside, "the web server's service is stopped", "connected", "AOV818", lab => lab with { Inside = lab.Inside with { ServesWeb = false } }),
        new("internal-ping-ignored", LabPlace.Inside, "the host inside answers no ping", "", null, lab => lab with { Inside = lab.Inside with { AnswersPing = false } }),
    ];

    private static IEnumerable<LabFault> RadiusServer =>
    [
        new("radius-down", LabPlace.RadiusServer, "the service of NPS is stopped", "812, 691", "AOV625", lab => lab with { Gateway = lab.Gateway with { RadiusIsClosed = true } }) { NeedsLogs = true },
        new("radius-unknown-client", LabPlace.RadiusServer, "NPS does not know the VPN server as a RADIUS client, and is silent", "812, 691", "AOV613",
            lab => lab with { Radius = lab.Radius with { KnowsNobody = true } }) { NeedsLogs = true },
        new("radius-cert-expired", LabPlace.RadiusServer, "the certificate of NPS expired 30 days ago", "864, 853", "AOV512",
            lab => lab.WithNps(nps => nps with { Certificate = lab.Authority.Issue(LabDeployment.NpsName, [Purpose.ServerAuthentication], lab.Now - (2 * Month), lab.Now - Month) })),
        new("radius-cert-no-eku", LabPlace.RadiusServer, "the certificate of NPS is for Client Authentication only", "864", "AOV512",
            lab => lab.WithNps(nps => nps with { Certificate = lab.Authority.Issue(LabDeployment.NpsName, [Purpose.ClientAuthentication]) })),
        new("radius-cert-untrusted", LabPlace.RadiusServer, "the certificate of NPS is from an authority that clients do not trust", "864, 853", "AOV512",
            lab => lab.WithNps(nps => nps with { Certificate = lab.Stranger.Issue(LabDeployment.NpsName, [Purpose.ServerAuthentication]) })),
        new("radius-cert-mismatch", LabPlace.RadiusServer, "the certificate of NPS carries another name than the profile demands", "853, 857, 864", "AOV514",
            lab => lab.WithNps(nps => nps with { Certificate = lab.Authority.Issue("old-nps.corp.example.com", [Purpose.ServerAuthentication]) })),
        new("eap-mschapv2-only", LabPlace.RadiusServer, "NPS offers EAP-MSCHAPv2 only", "812", "AOV601", lab => lab.WithNps(nps => nps with { Methods = [EapType.MsChapV2] })),
        new("eap-tls-only", LabPlace.RadiusServer, "NPS offers EAP-TLS only", "812", "AOV601", lab => lab.WithNps(nps => nps with { Methods = [EapType.Tls] })),
        new("eap-peap-only", LabPlace.RadiusServer, "NPS offers PEAP only; the client wants EAP-TLS", "812", "AOV601", lab => lab.WithNps(nps => nps with { Methods = [EapType.Peap] })) { Method = ProbeMethod.Tls },
        new("peap-mschapv2-only", LabPlace.RadiusServer, "inside PEAP NPS offers EAP-MSCHAPv2 only", "812", "AOV601",
            lab => lab.WithNps(nps => nps with { Methods = [EapType.Peap], InnerMethods = [EapType.MsChapV2] })),
        new("peap-tls-only", LabPlace.RadiusServer, "inside PEAP NPS wants a certificate; the client has a password", "812", "AOV601",
            lab => lab.WithNps(nps => nps with { Methods = [EapType.Peap], InnerMethods = [EapType.Tls] })) { Method = ProbeMethod.PeapMsChapV2 },
        new("aad-oid-required", LabPlace.RadiusServer, "the policy demands a certificate of Conditional Access", "812", "AOV609", lab => lab.WithNps(nps => nps with { RequiredPurpose = Purpose.AadConditionalAccess })) { NeedsLogs = true },
        new("policy-reject", LabPlace.RadiusServer, "no network policy fits", "812", "AOV603", lab => lab.WithNps(nps => nps with { RefusesAll = true })) { NeedsLogs = true },
    ];

    private static IEnumerable<LabFault> Client =>
    [
        new("user-unknown", LabPlace.Client, "the user has no account", "691, 812", "AOV521", lab => lab.WithNps(nps => nps with { Account = LabAccount.Unknown })) { NeedsLogs = true },
        new("user-disabled", LabPlace.Client, "the user's account is disabled", "647, 691", "AOV532", lab => lab.WithNps(nps => nps with { Account = LabAccount.Disabled })) { NeedsLogs = true },
        new("user-locked", LabPlace.Client, "the user's account is locked out", "647, 691", "AOV610", lab => lab.WithNps(nps => nps with { Account = LabAccount.LockedOut })) { NeedsLogs = true },
        new("user-password-expired", LabPlace.Client, "the user's password has expired", "648", "AOV531", lab => lab.WithNps(nps => nps with { Account = LabAccount.PasswordExpired })) { Method = ProbeMethod.PeapMsChapV2 },
        new("user-password-wrong", LabPlace.Client, "the client has another password", "691", "AOV530", lab => lab with { Client = lab.Client with { Password = LabDeployment.Random() } }) { Method = ProbeMethod.PeapMsChapV2 },
        new("user-cert-expired", LabPlace.Client, "the user's certificate expired 30 days ago", "853", "AOV520",
            lab => Has(lab, lab.Authority.Issue(LabDeployment.User, [Purpose.ClientAuthentication], lab.Now - (2 * Month), lab.Now - Month))),
        new("user-cert-untrusted", LabPlace.Client, "the user's certificate is from an authority that NPS does not trust", "853", "AOV510", lab => Has(lab, lab.Stranger.Issue(LabDeployment.User, [Purpose.ClientAuthentication]))),
        new("user-cert-no-eku", LabPlace.Client, "the user's certificate is for Server Authentication only", "798, 853", "AOV609", lab => Has(lab, lab.Authority.Issue(LabDeployment.User, [Purpose.ServerAuthentication]))),
        new("user-cert-none", LabPlace.Client, "the user has no certificate", "798", "AOV507", lab => Has(lab, null)),
        new("machine-cert-expired", LabPlace.Client, "the machine's certificate expired 30 days ago", "13801, 13806", "AOV411",
            lab => Is(lab, lab.Authority.Issue(LabDeployment.Machine, [Purpose.ClientAuthentication], lab.Now - (2 * Month), lab.Now - Month))) { Method = ProbeMethod.Machine },
        new("machine-cert-untrusted", LabPlace.Client, "the machine's certificate is from an authority that the VPN server does not trust", "13801, 13806", "AOV411",
            lab => Is(lab, lab.Stranger.Issue(LabDeployment.Machine, [Purpose.ClientAuthentication]))) { Method = ProbeMethod.Machine },
        new("machine-cert-none", LabPlace.Client, "the machine has no certificate", "13806", "AOV411", lab => Is(lab, null)) { Method = ProbeMethod.Machine },
    ];

    private static LabDeployment Shows(LabDeployment lab, string name = LabDeployment.GatewayName, string purpose = Purpose.ServerAuthentication, DateTimeOffset? begins = null, DateTimeOffset? ends = null) =>
        lab.WithGatewayCertificate(lab.Authority.Issue(name, [purpose], begins ?? lab.Now - (3 * Month), ends));

    private static LabDeployment Large(LabDeployment lab) => lab.WithGatewayCertificate(lab.Authority.Issue(
        LabDeployment.GatewayName, [Purpose.ServerAuthentication], moreNames: Enumerable.Range(1, 80).Select(i => $"another-name-of-the-gateway-{i}.corp.example.com")));

    private static LabCertificate Below(LabAuthority issuing)
    {
        using (issuing)
            return issuing.Issue(LabDeployment.GatewayName, [Purpose.ServerAuthentication]);
    }

    private static LabDeployment Has(LabDeployment lab, LabCertificate? certificate) => lab with { Client = lab.Client with { UserCertificate = certificate } };

    private static LabDeployment Is(LabDeployment lab, LabCertificate? certificate) => lab with { Client = lab.Client with { MachineCertificate = certificate } };
}
