using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The names that clients dial against the names a server certificate carries; IKEv2 and SSTP ask the same.</summary>
internal static class NamesCompared
{
    /// <returns>Null when no evidence says what is dialled. Servers of one profile are alternatives: one that fits is enough.</returns>
    public static Verdict? Judge(Certificate certificate, CaseFile file, ImmutableArray<Need> needs)
    {
        var dialled = NamesDialled.In(file);
        if (dialled.IsEmpty)
            return null;

        var names = certificate.Cite(certificate.DnsNames is { IsEmpty: false } ? nameof(Certificate.DnsNames) : nameof(Certificate.Subject));
        DialledName? fitting = null, unknown = null;
        foreach (var profile in dialled.GroupBy(name => name.Place))
        {
            var fit = profile.FirstOrDefault(name => CertificateNames.Cover(certificate, name.Server) is true);
            if (fit is not null)
            {
                fitting ??= fit;
                continue;
            }

            if (profile.All(name => CertificateNames.Cover(certificate, name.Server) is false))
                return Mismatch(certificate, profile.First(), names);
            unknown ??= profile.First(name => CertificateNames.Cover(certificate, name.Server) is null);
        }

        return unknown is null
            ? Verdict.RuledOut($"clients dial {Hole.Host(fitting!.Server)}, which {Hole.Subject(certificate.Subject)} carries", fitting.Place, names)
            : Verdict.Undecided($"clients dial {Hole.Host(unknown.Server)}; {Hole.Subject(certificate.Subject)} may carry it as an alternative name, which the listing does not show", unknown.Place, names)
                with { Needs = needs };
    }

    private static Verdict Mismatch(Certificate certificate, DialledName dialled, Citation names)
    {
        var carried = certificate.DnsNames is { IsEmpty: false } listed ? string.Join(", ", listed) : certificate.CommonName;
        return IPAddress.TryParse(dialled.Server, out _)
            ? Verdict.Found($"clients dial the address {Hole.Address(dialled.Server)}; the VPN server's certificate carries {Hole.Host(carried)}", dialled.Place, names)
            : Verdict.Found($"clients dial {Hole.Host(dialled.Server)}; the VPN server's certificate carries {Hole.Host(carried)}", dialled.Place, names);
    }
}
