using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>A rule over the certificate that the VPN server uses for IKE. Where several could be it and they disagree, it stays undecided.</summary>
public abstract class GatewayCertificateRule(params ImmutableArray<Need> needs) : IRule
{
    public ImmutableArray<Need> Needs => needs.IsEmpty ? [new("server-certificate", HostRole.VpnServer)] : needs;

    public IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (TunnelKinds.OnlySstp(file))
            return [];

        var judged = GatewayCertificates.In(file)
            .Select(one => (one.IsPresented, Verdict: Judge(one, file) is { } verdict ? verdict with { About = verdict.About ?? one.SeenIn.About, At = one.SeenIn.At } : null))
            .Where(one => one.Verdict is not null)
            .ToImmutableArray();

        var kinds = judged.Select(one => one.Verdict!.Kind).Distinct().Count();
        if (kinds < 2 || judged.All(one => one.IsPresented))
            return judged.Select(one => one.Verdict!);

        return
        [
            Verdict.Undecided($"{judged.Length} certificates of the VPN server could be the one it uses, and they differ in this; a handshake shows which it is",
                [.. judged.SelectMany(one => one.Verdict!.Evidence)]) with { Needs = Needs },
        ];
    }

    /// <returns>Null when the certificate is not this rule's business.</returns>
    protected abstract Verdict? Judge(GatewayCertificate seen, CaseFile file);
}
