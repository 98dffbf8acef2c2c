using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>
/// The client is to prove itself with a certificate of the machine and has none that can: none at all, not for Client
/// Authentication, without private key, or not in force. Only a complete listing proves that there is no other.
/// </summary>
public sealed class ClientMachineCertificateUnusable() : Rule<StoreListed>(HostRole.Client, "machine-store")
{
    private const int ReasonsGiven = 3;
    private const int IkeAuth = 35;

    /// <summary>RFC 7296 section 3.10.1.</summary>
    private const uint AuthenticationFailed = 24;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var verdict in base.Judge(file)
            .Concat(GatewayRemarks.Of(file, GatewayRemark.ClientCertificateNotInForce, Host.Client))
            .Concat(GatewayRemarks.Of(file, GatewayRemark.ClientCertificateUntrusted, Host.Client)))
        {
            yield return verdict;
        }

        // Who refuses a client that has shown nothing lacks something itself.
        if (file.All<IkeErrorNotified>(HostRole.VpnServer).Any(one => one is { Exchange: IkeAuth, Notify.Value: AuthenticationFailed, ClientWantedEap: true }))
            yield break;

        foreach (var refused in file.All<IkeErrorNotified>(HostRole.VpnServer).Where(one => one is { Exchange: IkeAuth, Notify.Value: AuthenticationFailed, ClientWantedEap: false }))
        {
            yield return Verdict.Found($"the VPN server refuses the certificate that the client's machine shows (AUTHENTICATION_FAILED)", refused.Cite(nameof(IkeErrorNotified.Notify)))
                with { About = Host.Client, At = refused.At };
        }
    }

    protected override Verdict? Judge(StoreListed seen, CaseFile file)
    {
        if (!PersonalStores.IsMachines(seen))
            return null;

        ImmutableArray<MachineCertificateFitness> judged =
            [.. seen.Certificates.Where(certificate => certificate.IsCertificationAuthority is not true).Select(certificate => MachineCertificateFitness.Of(certificate, file.AsOf))];

        if (seen.Certificates.FirstOrDefault(certificate => MachineCertificateFitness.Of(certificate, file.AsOf).IsFit is true) is { } fit)
            return Verdict.RuledOut($"{Hole.Subject(fit.Subject)} in the client's machine store can be used", fit.Cite(nameof(Certificate.Subject)));
        if (!TunnelKinds.UseMachineCertificate(file))
            return null;
        if (judged.FirstOrDefault(one => one.IsFit is null) is { } open)
            return Verdict.Undecided($"{open.Reason!}", open.Place) with { Needs = Needs };
        if (!seen.Complete)
            return Verdict.Undecided($"the listing shows only a part of the client's machine store", seen.Cite(nameof(StoreListed.Store))) with { Needs = Needs };

        return judged.Length switch
        {
            0 => Verdict.Found($"the client's machine store holds no certificate of its own", seen.Cite(nameof(StoreListed.Store))),
            1 => Verdict.Found($"the only certificate in the client's machine store cannot be used: {Reasons(judged)}", judged[0].Place),
            _ => Verdict.Found($"none of the {judged.Length} certificates in the client's machine store can be used: {Reasons(judged)}", [.. judged.Take(ReasonsGiven).Select(one => one.Place)]),
        };
    }

    private static Message Reasons(ImmutableArray<MachineCertificateFitness> judged)
    {
        ImmutableArray<Hole> parts = [];
        foreach (var one in judged.Take(ReasonsGiven))
            parts = [.. parts, .. parts.IsEmpty ? [] : new[] { Hole.Plain("; ") }, .. one.Reason!.Parts];
        return new(judged.Length > ReasonsGiven ? [.. parts, Hole.Plain(" ...")] : parts);
    }
}
