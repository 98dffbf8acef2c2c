using System.Net;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>Whether a certificate speaks for a name, as RFC 6125 section 6.4 compares them.</summary>
public static class CertificateNames
{
    /// <returns>
    /// Null when the listing does not show alternative names and the common name is another: a name that is not shown may still
    /// be there. The common name counts only where no alternative DNS name is shown (RFC 6125 section 6.4.4).
    /// </returns>
    public static bool? Cover(Certificate certificate, string dialled)
    {
        if (IPAddress.TryParse(dialled, out var address))
            return certificate.AddressNames.Any(name => IPAddress.TryParse(name, out var named) && named.Equals(address)) || CommonNameIs(certificate, dialled)
                ? true
                : certificate.DnsNames is null ? null : false;

        if (certificate.DnsNames is not { } names)
            return CommonNameIs(certificate, dialled) ? true : null;
        return names.IsEmpty ? CommonNameIs(certificate, dialled) : names.Any(name => Matches(name, dialled));
    }

    private static bool CommonNameIs(Certificate certificate, string dialled) => Matches(certificate.CommonName, dialled);

    /// <summary>A wildcard stands for exactly one label, the first (RFC 6125 section 6.4.3).</summary>
    private static bool Matches(string pattern, string dialled)
    {
        pattern = pattern.TrimEnd('.');
        dialled = dialled.TrimEnd('.');
        if (!pattern.StartsWith("*.", StringComparison.Ordinal))
            return string.Equals(pattern, dialled, StringComparison.OrdinalIgnoreCase);

        var dot = dialled.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && string.Equals(pattern[1..], dialled[dot..], StringComparison.OrdinalIgnoreCase);
    }
}
