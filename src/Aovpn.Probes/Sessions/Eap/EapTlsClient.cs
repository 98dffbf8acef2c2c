using System.Collections.Immutable;
using Aovpn.Codecs.Cryptography;
using Aovpn.Codecs.Eap;
using Org.BouncyCastle.Tls;
using CertificateRequest = Org.BouncyCastle.Tls.CertificateRequest;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>What TLS asks of us: versions, suites, the judgement of the server's chain, our certificate, and the keys at the end.</summary>
internal sealed class EapTlsClient(TlsTunnelSettings settings) : DefaultTlsClient(CryptographyLibrary.Tls(new KernelRandom())), TlsAuthentication, IDisposable
{
    /// <summary>Most bytes of a handshake message, so that a certificate of 64 KB is still read.</summary>
    private const int LargestMessage = 128 * 1024;

    /// <summary>What Windows offers, in its order; the last for old servers.</summary>
    private static readonly int[] Suites =
    [
        CipherSuite.TLS_AES_256_GCM_SHA384, CipherSuite.TLS_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_DHE_RSA_WITH_AES_256_GCM_SHA384, CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384, CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA256, CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA256,
        CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA, CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
    ];

    private readonly List<EapEvent> _events = [];

    public bool IsEstablished { get; private set; }

    public bool AlertReceived { get; private set; }

    /// <summary>Why we stopped the handshake; null when TLS itself found fault.</summary>
    public EapFailureReason? Stopped { get; private set; }

    public byte[]? Key { get; private set; }

    public ImmutableArray<EapEvent> TakeEvents()
    {
        ImmutableArray<EapEvent> taken = [.. _events];
        _events.Clear();
        return taken;
    }

    public override TlsAuthentication GetAuthentication() => this;

    public override int GetMaxHandshakeMessageSize() => LargestMessage;

    /// <summary>Old RADIUS servers renegotiate nothing, securely or not.</summary>
    public override void NotifySecureRenegotiation(bool secureRenegotiation)
    {
    }

    /// <summary>RADIUS servers end with Success or Failure of EAP, not with close_notify.</summary>
    public override bool RequiresCloseNotify() => false;

    public void NotifyServerCertificate(TlsServerCertificate serverCertificate)
    {
        ImmutableArray<ImmutableArray<byte>> chain =
            [.. serverCertificate.Certificate.GetCertificateList().Select(certificate => ImmutableArray.Create(certificate.GetEncoded()))];
        _events.Add(new EapEvent.ServerCertificates(settings.Method, settings.Inner, chain));

        var problems = ServerJudgement.Of(chain, settings.Peer.Trust);
        _events.Add(new EapEvent.ServerJudged(settings.Inner, problems));
        if (problems.IsEmpty || settings.Peer.IsStranger)
            return;

        Stopped = EapFailureReason.ServerNotTrusted;
        throw new TlsFatalAlert(ServerJudgement.Alert(problems));
    }

    public TlsCredentials? GetClientCredentials(CertificateRequest certificateRequest)
    {
        if (!settings.IsCertificateExpected)
            return null;
        _events.Add(new EapEvent.ClientCertificateAsked(
            settings.Inner, [.. (certificateRequest.CertificateAuthorities ?? []).Select(name => name.ToString())]));
        if (settings.Peer.Certificate is { } certificate)
        {
            _events.Add(new EapEvent.ClientCertificateSent(settings.Inner, certificate.Chain[0]));
            return PlatformCredentials.Of(certificate, m_context, certificateRequest);
        }

        if (!settings.Peer.GoesOnWithoutCertificate)
        {
            Stopped = EapFailureReason.NoCredentials;
            throw new TlsFatalAlert(AlertDescription.user_canceled);
        }

        _events.Add(new EapEvent.ClientCertificateSent(settings.Inner, null));
        return null;
    }

    public override void NotifyHandshakeComplete()
    {
        base.NotifyHandshakeComplete();
        var security = m_context.SecurityParameters;
        Key = TlsKeys.Export(m_context, settings.Method);
        IsEstablished = true;
        _events.Add(new EapEvent.TlsEstablished(
            settings.Inner, security.NegotiatedVersion.FullVersion, security.CipherSuite, security.IsExtendedMasterSecret || TlsUtilities.IsTlsV13(m_context)));
    }

    public override void NotifyAlertReceived(short alertLevel, short alertDescription)
    {
        var fatal = alertLevel == AlertLevel.fatal;
        if (alertDescription == AlertDescription.close_notify)
            return;
        AlertReceived |= fatal;
        _events.Add(new EapEvent.TlsAlert(settings.Inner, FromServer: true, fatal, (byte)alertDescription));
    }

    public override void NotifyAlertRaised(short alertLevel, short alertDescription, string message, Exception cause)
    {
        if (alertDescription != AlertDescription.close_notify)
            _events.Add(new EapEvent.TlsAlert(settings.Inner, FromServer: false, alertLevel == AlertLevel.fatal, (byte)alertDescription));
    }

    /// <summary>The keys are the caller's to keep; ours go.</summary>
    public void Dispose()
    {
        if (Key is { } key)
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Windows does not offer TLS 1.3 for PEAP.</summary>
    protected override ProtocolVersion[] GetSupportedVersions() =>
        settings.Peer.OffersTls13 && settings.Method == EapType.Tls ? ProtocolVersion.TLSv13.DownTo(ProtocolVersion.TLSv12) : ProtocolVersion.TLSv12.Only();

    protected override int[] GetSupportedCipherSuites() => TlsUtilities.GetSupportedCipherSuites(Crypto, Suites);

    protected override IList<int> GetSupportedGroups(IList<int> namedGroupRoles) =>
        [NamedGroup.x25519, NamedGroup.secp256r1, NamedGroup.secp384r1, NamedGroup.secp521r1];
}
