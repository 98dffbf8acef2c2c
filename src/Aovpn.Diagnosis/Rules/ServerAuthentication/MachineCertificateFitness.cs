using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>Whether a certificate of a client's machine store can prove the machine to the VPN server.</summary>
/// <param name="IsFit">Null when the listing does not show enough.</param>
/// <param name="Reason">What stands against it, or what is not shown; null when it is fit.</param>
/// <param name="Place">Where that is written.</param>
internal sealed record MachineCertificateFitness(bool? IsFit, Message? Reason, Citation Place)
{
    public static MachineCertificateFitness Of(Certificate certificate, DateTimeOffset asOf)
    {
        var subject = Hole.Subject(certificate.Subject.Length > 0 ? certificate.Subject : certificate.Serial ?? "a certificate without a name");

        if (certificate.HasPrivateKey is false)
            return new(false, Message.Of($"{subject} has no private key"), certificate.Cite(nameof(Certificate.HasPrivateKey)));
        if (certificate.Allows(Purpose.ClientAuthentication) is false)
            return new(false, Message.Of($"{subject} may not be used for Client Authentication ({Hole.Plain(Purpose.ClientAuthentication)})"), certificate.Cite(nameof(Certificate.Purposes)));
        if (certificate.NotAfter is { } end && end.IsBefore(asOf) is true)
            return new(false, Message.Of($"{subject} expired on {end}"), certificate.Cite(nameof(Certificate.NotAfter)));
        if (certificate.NotBefore is { } begin && begin.IsBefore(asOf) is false)
            return new(false, Message.Of($"{subject} is not valid before {begin}"), certificate.Cite(nameof(Certificate.NotBefore)));
        if (certificate.Allows(Purpose.ClientAuthentication) is null)
            return new(null, Message.Of($"the purposes of {subject} are not shown"), certificate.Source);

        return certificate.IsInForce(asOf) is true
            ? new(true, null, certificate.Cite(nameof(Certificate.Subject)))
            : new(null, Message.Of($"the dates of {subject} can be read in two ways"), certificate.Cite(nameof(Certificate.NotAfter)));
    }
}
