using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate that the VPN server uses was not in force when clients connected: expired, or not yet valid.</summary>
public sealed class ServerCertificateExpired : GatewayCertificateRule
{
    protected override Verdict? Judge(GatewayCertificate seen, CaseFile file)
    {
        var certificate = seen.Certificate;
        var subject = Hole.Subject(certificate.Subject);

        if (certificate.NotAfter is { } end && end.IsBefore(file.AsOf) is true)
            return Verdict.Found($"{subject} expired on {end}; judged for {file.AsOf}", certificate.Cite(nameof(Certificate.NotAfter)));
        if (certificate.NotBefore is { } begin && begin.IsBefore(file.AsOf) is false)
            return Verdict.Found($"{subject} is not valid before {begin}; judged for {file.AsOf}", certificate.Cite(nameof(Certificate.NotBefore)));
        if (certificate.NotAfter is not { } until)
            return null;
        if (until.IsBefore(file.AsOf) is false && certificate.NotBefore?.IsBefore(file.AsOf) is true or null)
            return Verdict.RuledOut($"{subject} is in force until {until}", certificate.Cite(nameof(Certificate.NotAfter)));

        return Verdict.Undecided($"the dates of {subject} can be read in two ways, and only one of them is in force at {file.AsOf}", certificate.Cite(nameof(Certificate.NotAfter)))
            with { Needs = Needs };
    }
}
