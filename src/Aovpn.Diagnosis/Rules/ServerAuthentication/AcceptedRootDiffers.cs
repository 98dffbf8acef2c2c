using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The VPN server accepts machine certificates under one named root, and the client's certificates are under another.</summary>
public sealed class AcceptedRootDiffers()
    : PairRule<StoreListed, GatewayConfigured>(HostRole.Client, "machine-store", HostRole.VpnServer, "gateway-configuration")
{
    protected override Verdict? Judge(StoreListed left, ImmutableArray<GatewayConfigured> right, CaseFile file)
    {
        if (!PersonalStores.IsMachines(left) || right.FirstOrDefault(one => one.AcceptedRoot is not null) is not { AcceptedRoot: { } accepted } gateway)
            return null;

        var setting = gateway.Cite(nameof(GatewayConfigured.AcceptedRoot));
        Certificate? other = null, open = null;
        foreach (var certificate in left.Certificates.Where(certificate => MachineCertificateFitness.Of(certificate, file.AsOf).IsFit is not false))
        {
            var path = IssuerPath.Of(certificate, file);
            if (Names(accepted, path))
                return Verdict.RuledOut($"{Hole.Subject(certificate.Subject)} is under {Hole.Subject(accepted)}, which the VPN server accepts", certificate.Cite(nameof(Certificate.Issuer)), setting);
            if (path.Root is not null || path.EndsAtRootByName)
                other ??= certificate;
            else
                open ??= certificate;
        }

        if (open is not null)
        {
            return Verdict.Undecided($"the VPN server accepts machine certificates under {Hole.Subject(accepted)}; whether {Hole.Subject(open.Issuer ?? open.Subject)} is under it is not shown", open.Cite(nameof(Certificate.Issuer)), setting)
                with { Needs = [new("root-store", HostRole.Client)] };
        }

        return other is null ? null : Verdict.Found(
            $"the VPN server accepts machine certificates under {Hole.Subject(accepted)} only; {Hole.Subject(other.Subject)} is under {Hole.Subject(IssuerPath.Of(other, file).TopName ?? "another root")}",
            other.Cite(nameof(Certificate.Issuer)), setting);
    }

    /// <summary>The setting shows a subject, a common name or a thumbprint, depending on who prints it.</summary>
    private static bool Names(string accepted, IssuerPath path) =>
        path.Above.Any(above => DistinguishedNames.Same(accepted, above.Subject)
            || string.Equals(accepted, above.CommonName, StringComparison.OrdinalIgnoreCase)
            || (above.Thumbprint is { } thumbprint && accepted.Contains(thumbprint, StringComparison.OrdinalIgnoreCase)))
        || (path.TopName is { } top && (DistinguishedNames.Same(accepted, top) || top.StartsWith($"CN={accepted},", StringComparison.OrdinalIgnoreCase) || top.Equals($"CN={accepted}", StringComparison.OrdinalIgnoreCase)));
}
