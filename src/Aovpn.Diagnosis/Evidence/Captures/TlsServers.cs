using System.Net;
using Aovpn.Codecs;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Codecs.Tls;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>Certificates that TLS servers showed in clear (up to TLS 1.2); only a VPN server's matter, for SSTP.</summary>
internal sealed class TlsServers(Artifact artifact)
{
    private const int HttpsPort = 443;

    private readonly Dictionary<IPAddress, CapturedMessage.OfTlsHandshake> _shown = [];

    public void Take(CapturedMessage.OfTlsHandshake message)
    {
        if (message.Handshake.Type == TlsHandshake.Certificate && message.From.Port == HttpsPort)
            _shown.TryAdd(message.From.Address, message);
    }

    public IEnumerable<Observation> End(IReadOnlySet<IPAddress> gateways)
    {
        foreach (var (server, message) in _shown.Where(pair => gateways.Contains(pair.Key)))
        {
            foreach (var seen in Certificates(artifact, message.Frame, message.At, message.Handshake, Host.VpnServer, CertificateUse.Sstp))
                yield return seen;
        }
    }

    /// <summary>The certificates of one Certificate message of TLS 1.2.</summary>
    public static IEnumerable<Observation> Certificates(Artifact artifact, long frame, DateTimeOffset? at, TlsHandshake handshake, Host host, CertificateUse use)
    {
        var source = new Citation(artifact, new Locator.Frame(frame));
        IReadOnlyList<ReadOnlyMemory<byte>> list;
        Unreadable? damaged = null;
        try
        {
            list = handshake.Certificates();
        }
        catch (MalformedException problem)
        {
            (list, damaged) = ([], new Unreadable(source, Message.Of($"malformed TLS: {Hole.Plain(problem.Message)}; the other frames were read")));
        }

        foreach (var der in list)
        {
            if (EncodedCertificate.Read(source, der.Span) is { } certificate)
                yield return new CertificateSeen(source, host, at is { } instant ? When.Utc(instant, Host.Unknown) : null, use, certificate);
        }

        if (damaged is not null)
            yield return damaged;
    }
}
