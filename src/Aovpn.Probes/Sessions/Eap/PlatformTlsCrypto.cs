using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>BouncyCastle's algorithms, but RSA signatures of a server are the platform's to verify: see <see cref="PlatformTlsCertificate"/>.</summary>
internal sealed class PlatformTlsCrypto() : BcTlsCrypto(new SecureRandom())
{
    public override TlsCertificate CreateCertificate(short type, byte[] encoding) =>
        type == CertificateType.X509 ? new PlatformTlsCertificate(this, encoding) : base.CreateCertificate(type, encoding);
}
