using System.Collections.Immutable;
using System.Security.Cryptography;
using Aovpn.Codecs.Eap;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;
using Aovpn.Probes.Sessions.Eap;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using CertificateRequest = Org.BouncyCastle.Tls.CertificateRequest;
using TlsCertificate = Org.BouncyCastle.Tls.Certificate;
using TlsHash = Org.BouncyCastle.Tls.HashAlgorithm;

namespace Aovpn.Lab.Eap;

/// <summary>What TLS asks of the lab's NPS: its certificate, and the judgement of the user's.</summary>
internal sealed class LabTlsServer(EapServerSettings settings, EapType method, bool asksForCertificate) : DefaultTlsServer(new BcTlsCrypto(new SecureRandom()))
{
    private static readonly Citation Nowhere = new(new Artifact("lab"), Locator.All);

    public byte[]? Key { get; private set; }

    /// <summary>The alert that ended it, sent or received, in words; null when none did.</summary>
    public string? Alert { get; private set; }

    public bool IsTls13 => m_context is { } context && TlsUtilities.IsTlsV13(context);

    /// <summary>DER of the user's certificate; null when none was sent.</summary>
    public ImmutableArray<byte>? PeerCertificate { get; private set; }

    public override CertificateRequest? GetCertificateRequest()
    {
        if (!asksForCertificate)
            return null;
        var algorithms = TlsUtilities.GetDefaultSupportedSignatureAlgorithms(m_context);
        return IsTls13
            ? new([], algorithms, null, null)
            : new([ClientCertificateType.rsa_sign, ClientCertificateType.ecdsa_sign], algorithms, null);
    }

    public override void NotifyClientCertificate(TlsCertificate clientCertificate)
    {
        if (clientCertificate is null or { IsEmpty: true })
            throw new TlsFatalAlert(IsTls13 ? AlertDescription.certificate_required : AlertDescription.handshake_failure);
        PeerCertificate = [.. clientCertificate.GetCertificateAt(0).GetEncoded()];
        if (Fault(PeerCertificate.Value) is { } alert)
            throw new TlsFatalAlert(alert);
    }

    public override TlsCredentials GetCredentials() => settings.Certificate.Key switch
    {
        ECDsa => Credentials(SignatureAndHashAlgorithm.GetInstance(TlsHash.sha256, SignatureAlgorithm.ecdsa)),
        _ when IsTls13 => Credentials(SignatureAndHashAlgorithm.rsa_pss_rsae_sha256),
        _ => Credentials(SignatureAndHashAlgorithm.GetInstance(TlsHash.sha256, SignatureAlgorithm.rsa)),
    };

    public override bool ShouldUseExtendedMasterSecret() => !settings.LacksExtendedMasterSecret;

    public override void NotifySecureRenegotiation(bool secureRenegotiation)
    {
    }

    public override bool RequiresCloseNotify() => false;

    public override void NotifyHandshakeComplete()
    {
        base.NotifyHandshakeComplete();
        Key = TlsKeys.Export(m_context, method);
    }

    public override void NotifyAlertRaised(short alertLevel, short alertDescription, string message, Exception cause)
    {
        if (alertLevel == AlertLevel.fatal)
            Alert ??= $"alert {alertDescription} sent";
    }

    public override void NotifyAlertReceived(short alertLevel, short alertDescription)
    {
        if (alertLevel == AlertLevel.fatal)
            Alert ??= $"alert {alertDescription} received";
    }

    protected override ProtocolVersion[] GetSupportedVersions() =>
        settings.TakesTls13 && method == EapType.Tls ? ProtocolVersion.TLSv13.DownTo(ProtocolVersion.TLSv12) : ProtocolVersion.TLSv12.Only();

    protected override int[] GetSupportedCipherSuites() => TlsUtilities.GetSupportedCipherSuites(Crypto,
    [
        CipherSuite.TLS_AES_256_GCM_SHA384,
        settings.Certificate.Key is ECDsa ? CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 : CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    ]);

    private PlatformCredentials Credentials(SignatureAndHashAlgorithm algorithm)
    {
        var chain = settings.Certificate.Chain.Select(encoded => m_context.Crypto.CreateCertificate([.. encoded])).ToArray();
        return new(settings.Certificate.Key, IsTls13 ? new TlsCertificate([], [.. chain.Select(one => new CertificateEntry(one, null))]) : new TlsCertificate(chain), algorithm);
    }

    private short? Fault(ImmutableArray<byte> encoded)
    {
        if (EncodedCertificate.Read(Nowhere, encoded.AsSpan()) is not { } certificate)
            return AlertDescription.bad_certificate;
        if (certificate.IsInForce(settings.AsOf) is not true)
            return AlertDescription.certificate_expired;
        if (certificate.Allows(Purpose.ClientAuthentication) is not true)
            return AlertDescription.unsupported_certificate;
        var roots = settings.ClientRoots.Select(root => EncodedCertificate.Read(Nowhere, root.AsSpan())).OfType<Diagnosis.Observations.Certificate>();
        return TrustPath.Build(certificate, [], [.. roots], settings.AsOf).IsTrusted ? null : AlertDescription.unknown_ca;
    }
}
