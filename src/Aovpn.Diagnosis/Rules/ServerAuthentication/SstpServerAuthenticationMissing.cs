using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate presented for SSTP is neither for Server Authentication nor for any purpose, or the client logs that (RasSstp 16).</summary>
public sealed class SstpServerAuthenticationMissing() : FleetRule(new Need("server-certificate", HostRole.VpnServer))
{
    private const int WrongPurpose = 16;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in SstpEvents.In(file, WrongPurpose))
            yield return SstpEvents.Found(seen, Message.Of($"the client refuses the certificate presented for SSTP: it is neither for Server Authentication nor for any purpose (RasSstp {WrongPurpose})"));

        foreach (var seen in SstpCertificates.In(file))
        {
            var certificate = seen.Certificate;
            var purposes = certificate.Cite(nameof(Certificate.Purposes));
            if (certificate.Allows(Purpose.ServerAuthentication) is { } allowed)
            {
                yield return (allowed
                    ? Verdict.RuledOut($"{Hole.Subject(certificate.Subject)} may be used for Server Authentication", purposes)
                    : Verdict.Found($"{Hole.Subject(certificate.Subject)} may not be used for Server Authentication ({Hole.Plain(Purpose.ServerAuthentication)})", purposes))
                    with { About = seen.SeenIn.About, At = seen.SeenIn.At };
            }
        }
    }
}
