using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>Clients come with machine certificates, as a device tunnel must, and the VPN server does not accept that method.</summary>
public sealed class MachineCertificateAuthenticationOff() : Rule<GatewayConfigured>(HostRole.VpnServer, "gateway-configuration")
{
    protected override Verdict? Judge(GatewayConfigured seen, CaseFile file)
    {
        if (seen.AuthenticationMethods is not { } methods)
            return null;

        var place = seen.Cite(nameof(GatewayConfigured.AuthenticationMethods));
        if (methods.Any(method => method.Contains("certificate", StringComparison.OrdinalIgnoreCase)))
            return Verdict.RuledOut($"the VPN server accepts machine certificates", place);

        return TunnelKinds.UseMachineCertificate(file)
            ? Verdict.Found($"the VPN server accepts {Hole.Plain(methods.IsEmpty ? "no method" : string.Join(", ", methods))}, but not machine certificates", place)
            : null;
    }
}
