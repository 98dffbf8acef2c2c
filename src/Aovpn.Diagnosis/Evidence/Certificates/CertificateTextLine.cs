namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>A labelled line of a certificate in text.</summary>
/// <param name="Field">Property of <see cref="Observations.Certificate"/> that the label stands for; Other for labels that only belong.</param>
internal readonly record struct CertificateTextLine(string Field, string Value)
{
    private static readonly (string Field, string[] Labels)[] Labels =
    [
        (nameof(Observations.Certificate.Subject), ["Subject", "Subject DN", "Issued to"]),
        (nameof(Observations.Certificate.Issuer), ["Issuer", "Issuer DN"]),
        (nameof(Observations.Certificate.Serial), ["Serial Number", "Serial"]),
        (nameof(Observations.Certificate.Thumbprint), ["Thumbprint", "SHA1 Fingerprint", "sha1 Fingerprint"]),
        (nameof(Observations.Certificate.NotBefore), ["Not Before", "NotBefore", "Valid from"]),
        (nameof(Observations.Certificate.NotAfter), ["Not After", "NotAfter", "Valid to", "Valid until"]),
        (nameof(Observations.Certificate.Purposes), ["X509v3 Extended Key Usage", "Enhanced Key Usage", "Extended Key Usage", "EKU"]),
        (nameof(Observations.Certificate.DnsNames), ["X509v3 Subject Alternative Name", "Subject Alternative Name", "SAN"]),
        ("Other", ["Certificate", "Data", "Version", "Signature Algorithm", "Validity", "Subject Public Key Info", "X509v3 extensions", "X509 Certificate"]),
    ];

    public static CertificateTextLine? Parse(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', '=');
        if (colon is <= 0 or > 80)
            return null;
        var label = line[..colon].Trim();
        foreach (var (field, labels) in Labels)
        {
            if (labels.Contains(label, StringComparer.OrdinalIgnoreCase))
                return new(field, line[(colon + 1)..].Trim());
        }

        return null;
    }
}
