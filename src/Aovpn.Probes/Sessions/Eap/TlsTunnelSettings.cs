using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>What TLS is for here.</summary>
/// <param name="Method">EAP-TLS or PEAP: the labels of the keys differ.</param>
/// <param name="IsCertificateExpected">The client's certificate is the point (EAP-TLS); in PEAP's outer TLS none is sent.</param>
internal sealed record TlsTunnelSettings(EapType Method, bool Inner, EapPeerSettings Peer, bool IsCertificateExpected);
