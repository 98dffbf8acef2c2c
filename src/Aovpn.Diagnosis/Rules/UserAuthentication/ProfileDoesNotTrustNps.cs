using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The profile names another root or another server than the certificate of NPS has. Page: ProfileDoesNotTrustNps.md.</summary>
public sealed class ProfileDoesNotTrustNps() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    /// <summary>ServerNames may be regular expressions; only plain names are compared.</summary>
    private static readonly System.Buffers.SearchValues<char> Expression = System.Buffers.SearchValues.Create("*+?()[]{}|^$\\");

    public override ImmutableArray<Need> Needs => [new("profile", HostRole.Client), new("machine-store", HostRole.NpsServer), new("root-store", HostRole.NpsServer)];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var verdict in base.Judge(file))
            yield return verdict;
        foreach (var seen in file.All<EapAuthentication>().Where(seen => seen.ServerProblems.Contains("name") && seen.ServerCertificate is not null))
        {
            yield return Verdict.Found(
                $"the certificate of NPS is for {Hole.Subject(seen.ServerCertificate!.CommonName)}, and none of the names that the client accepts as the server of EAP is in it",
                seen.Cite(nameof(EapAuthentication.ServerProblems))) with { About = Host.Client, At = seen.At };
        }
    }

    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.Eap is not { ValidatesServer: not false } eap || NpsCertificates.In(file) is not var (_, certificate))
            return null;

        var subject = Hole.Subject(certificate.CommonName);
        ImmutableArray<string> names = [.. eap.ServerNames.Where(name => name.Length > 0)];
        var covers = names.Any(name => name.AsSpan().ContainsAny(Expression) || CertificateNames.Cover(certificate, name) is not false);
        if (!names.IsEmpty && !covers)
        {
            return Verdict.Found(
                $"the profile accepts {Hole.Host(string.Join(", ", names))} as the server of EAP, and the certificate of NPS is for {subject}", eap.Cite(nameof(EapConfiguration.ServerNames)));
        }

        if (eap.TrustedRoots.IsEmpty || IssuerPath.Of(certificate, file).Root?.Thumbprint is not { } root)
            return null;

        return eap.TrustedRoots.Contains(root)
            ? Verdict.RuledOut($"the profile trusts the root of {subject}", eap.Cite(nameof(EapConfiguration.TrustedRoots)))
            : Verdict.Found(
                $"the profile trusts {Hole.Thumbprint(string.Join(", ", eap.TrustedRoots))} as root of the server of EAP, and the root of {subject} is {Hole.Thumbprint(root)}",
                eap.Cite(nameof(EapConfiguration.TrustedRoots)));
    }
}
