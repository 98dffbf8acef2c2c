using System.Globalization;
using System.Net;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Trust;

/// <summary>Whether a certificate names the host that a client dials: RFC 6125 section 6.4, with the common name where there are no alternative names.</summary>
public static class NameMatch
{
    /// <returns>Null when the evidence does not show the certificate's names.</returns>
    /// <param name="host">A DNS name, or an address in text form.</param>
    public static bool? Covers(Certificate certificate, string host)
    {
        var dialled = host.Trim().TrimEnd('.');
        if (IPAddress.TryParse(dialled.Trim('[', ']'), out var address))
            return CoversAddress(certificate, address);
        if (certificate.DnsNames is { IsEmpty: false } names)
            return names.Any(name => Matches(name, dialled));

        // A listing without extensions may hide alternative names, and these would rule the common name out.
        var byCommonName = HasCommonName(certificate) && Matches(certificate.CommonName, dialled);
        return certificate.DnsNames is null && !byCommonName ? null : byCommonName;
    }

    /// <summary>A wildcard stands for exactly one label, the leftmost, and for the whole of it (RFC 6125 section 6.4.3).</summary>
    public static bool Matches(string presented, string dialled)
    {
        var pattern = Ascii(presented.Trim().TrimEnd('.'));
        var name = Ascii(dialled.Trim().TrimEnd('.'));
        if (pattern.Length == 0 || name.Length == 0)
            return false;
        if (!pattern.StartsWith("*.", StringComparison.Ordinal))
            return pattern.Equals(name, StringComparison.OrdinalIgnoreCase);

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && pattern.Length > 2 && pattern.AsSpan(1).Equals(name.AsSpan(dot), StringComparison.OrdinalIgnoreCase);
    }

    private static bool? CoversAddress(Certificate certificate, IPAddress address)
    {
        if (certificate.AddressNames.Any(name => IPAddress.TryParse(name, out var listed) && listed.Equals(address)))
            return true;
        var names = certificate.DnsNames?.ToArray() ?? [];
        if (names.Append(HasCommonName(certificate) ? certificate.CommonName : "").Any(name => IPAddress.TryParse(name, out var listed) && listed.Equals(address)))
            return true;
        return certificate.DnsNames is null && certificate.AddressNames.IsEmpty ? null : false;
    }

    private static bool HasCommonName(Certificate certificate) => certificate.CommonName != certificate.Subject;

    private static string Ascii(string name)
    {
        if (System.Text.Ascii.IsValid(name))
            return name;
        try
        {
            return new IdnMapping().GetAscii(name);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }
}
