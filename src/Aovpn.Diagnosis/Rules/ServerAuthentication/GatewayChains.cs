using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>What listings and CAPI2 say of the chain above the VPN server's certificate.</summary>
internal static class GatewayChains
{
    /// <summary>One verdict from comparing a certificate's issuers with a host's trusted roots.</summary>
    /// <param name="whose">"the client", "the VPN server".</param>
    /// <param name="need">What would show whether the last issuer is a root.</param>
    public static Verdict Judge(Certificate certificate, RootTrust trust, string whose, Need need)
    {
        var issuer = certificate.Cite(nameof(Certificate.Issuer));
        var top = Hole.Subject(trust.Path.TopName ?? "an issuer that is not shown");

        return trust switch
        {
            { IsTrusted: true, Match: { } match } =>
                Verdict.RuledOut($"{Hole.Plain(whose)} trusts {Hole.Subject(match.Subject)}, the root above {Hole.Subject(certificate.Subject)}", issuer, match.Cite(nameof(Certificate.Subject))),
            { IsTrusted: false, List: { } list } =>
                Verdict.Found($"{top}, the root above {Hole.Subject(certificate.Subject)}, is not among the roots that {Hole.Plain(whose)} trusts ({list.Certificates.Length} listed)", issuer, list.Cite(nameof(StoreListed.Store))),
            { List: { } list } =>
                Verdict.Undecided($"{top} is not among the roots that {Hole.Plain(whose)} trusts ({list.Certificates.Length} listed); whether it is a root, or has one above it, is not shown", issuer) with { Needs = [need] },
            _ => Verdict.Undecided($"only a part of the roots that {Hole.Plain(whose)} trusts is shown, and {top} is not in it", issuer) with { Needs = [need] },
        };
    }

    /// <returns>Whether CAPI2 speaks of the VPN server's certificate: its subject carries a name that is dialled, or is the server's. Null when neither is known.</returns>
    public static bool? IsOfGateway(ChainBuilt chain, CaseFile file)
    {
        if (chain.Subject is not { } subject)
            return null;

        var names = NamesDialled.In(file).Select(name => name.Server)
            .Concat(GatewayCertificates.In(file).Select(seen => seen.Certificate.CommonName))
            .ToArray();
        return names.Length == 0 ? null : names.Any(name => CommonName(subject).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static string CommonName(string subject)
    {
        var at = subject.IndexOf("CN=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? subject : subject[(at + 3)..].Split(',')[0].Trim();
    }
}
