using Aovpn.Codecs.Eap;
using Org.BouncyCastle.Tls;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>MSK and EMSK from TLS: RFC 5216 section 2.3, with TLS 1.3 RFC 9190 section 2.3 and RFC 9427 section 2.1.</summary>
public static class TlsKeys
{
    private const string Label12 = "client EAP encryption";
    private const string Label13 = "EXPORTER_EAP_TLS_Key_Material";
    private const int Length = 128;

    /// <summary>Only while the handshake completes: BouncyCastle forgets the secrets afterwards.</summary>
    /// <returns>128 bytes: MSK, EMSK.</returns>
    public static byte[] Export(TlsContext context, EapType method)
    {
        var security = context.SecurityParameters;
        if (TlsUtilities.IsTlsV13(context))
            return context.ExportKeyingMaterial(Label13, [method.Value], Length);
        if (security.IsExtendedMasterSecret)
            return context.ExportKeyingMaterial(Label12, null, Length);

        // Without RFC 7627 BouncyCastle refuses to export. EAP-TLS is older than that: the same function, called by hand.
        byte[] seed = [.. security.ClientRandom, .. security.ServerRandom];
        return TlsUtilities.Prf(security, security.MasterSecret, Label12, seed, Length).Extract();
    }
}
