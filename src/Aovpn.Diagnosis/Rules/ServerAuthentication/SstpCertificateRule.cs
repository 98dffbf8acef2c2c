using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>A rule over the certificate that the VPN server presents in TLS for SSTP.</summary>
public abstract class SstpCertificateRule(params ImmutableArray<Need> needs) : IRule
{
    public ImmutableArray<Need> Needs => needs.IsEmpty ? [new("server-certificate", HostRole.VpnServer)] : needs;

    public IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in SstpCertificates.In(file))
        {
            if (Judge(seen, file) is { } verdict)
                yield return verdict with { About = verdict.About ?? seen.SeenIn.About, At = verdict.At ?? seen.SeenIn.At };
        }
    }

    /// <returns>Null when the certificate is not this rule's business.</returns>
    protected abstract Verdict? Judge(GatewayCertificate seen, CaseFile file);
}
