using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>
/// The user has a good client certificate that Entra ID did not issue, and no filter keeps the client from sending it.
/// Page: OtherClientCertificatePresent.md.
/// </summary>
public sealed class OtherClientCertificatePresent()
    : PairRule<StoreListed, ProfileRead>(HostRole.Client, "user-store", HostRole.Client, "profile")
{
    protected override Verdict? Judge(StoreListed left, ImmutableArray<ProfileRead> right, CaseFile file)
    {
        if (left.Store != "My" || left.Location is StoreLocation.LocalMachine || ConditionalAccess.Sign(file) is null)
            return null;

        var filter = right.Select(profile => profile.Eap?.Filter).FirstOrDefault(one => one?.AsksForConditionalAccess is true);
        var other = left.Certificates.FirstOrDefault(certificate =>
            certificate.Issuer is not null && !ConditionalAccess.IsEntraIssued(certificate) && IsUsable(certificate, file.AsOf));

        if (other is null)
            return Verdict.RuledOut($"the user's store holds no usable client certificate of another issuer", left.Source);
        if (filter is not null)
            return Verdict.RuledOut($"{Hole.Subject(other.CommonName)} of {Hole.Subject(other.Issuer!)} would do, but the profile's filter keeps it back", filter.Source);

        return Verdict.Found(
            $"{Hole.Subject(other.CommonName)}, issued by {Hole.Subject(other.Issuer!)} and not by Entra ID, is good until {other.NotAfter!.Value}, and nothing in the profile keeps the client from sending it",
            other.Cite(nameof(Certificate.Issuer)), other.Cite(nameof(Certificate.NotAfter)));
    }

    private static bool IsUsable(Certificate certificate, DateTimeOffset asOf) =>
        certificate.IsInForce(asOf) is true && certificate.HasPrivateKey is not false && certificate.Allows(Purpose.ClientAuthentication) is not false;
}
